package org.trustedtrader.border.status;

import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.trader.Revision;

/**
 * What one version made of a company's standing, under today's rules, at the time from which that version counts.
 *
 * @param before as it followed from all that had been recorded before
 */
public record StandingChange(Revision by, Party before, Party after) {}
