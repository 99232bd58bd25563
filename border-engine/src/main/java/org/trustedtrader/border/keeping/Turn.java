package org.trustedtrader.border.keeping;

import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.trader.Known;

/**
 * What one version made of a company's standing, under today's rules, at the time from which that version counts.
 *
 * @param before as it followed from all that had been recorded before
 */
public record Turn(Known by, Party before, Party after) {}
