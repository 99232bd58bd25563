package org.trustedtrader.border.monitoring;

import java.time.Instant;

/**
 * What a company asks about another one.
 *
 * @param at     programme time of asking
 * @param asker  9-digit business number that the asker's token vouches for
 * @param scheme as it was written, well-formed or not, like the id
 */
public record PartnerQuestion(Instant at, String asker, String scheme, String id) {}
