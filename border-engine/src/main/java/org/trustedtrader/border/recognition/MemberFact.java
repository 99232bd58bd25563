package org.trustedtrader.border.recognition;

import java.util.List;
import java.util.Set;

/**
 * A partner's member as it is known here, with what counted when.
 *
 * @param tin     its identifier, well-formed
 * @param partner the partner's code
 * @param version of the member's record, from 1
 * @param periods  ascending; what lies before the first one is unknown
 */
public record MemberFact(String tin, String partner, long version, List<Period> periods) {

    public static final String SUBJECT = "partner-member/";

    public MemberFact {
        periods = List.copyOf(periods);
        if (version < 1 || periods.isEmpty()) {
            throw new IllegalArgumentException("A partner's member needs a version and a state.");
        }
    }

    /**
     * A time during which a state counts, up to the next one.
     *
     * @param version of the member's record that began it
     * @param from    milliseconds since the epoch, programme time
     * @param ends    milliseconds, when the authorisation ends by itself; {@link Long#MAX_VALUE} if it does not
     */
    public record Period(long version, long from, MemberState state, Set<String> lines, long ends) {

        public Period {
            lines = Set.copyOf(lines);
        }
    }
}
