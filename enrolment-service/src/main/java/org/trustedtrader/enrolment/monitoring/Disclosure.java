package org.trustedtrader.enrolment.monitoring;

import java.util.stream.Stream;
import org.trustedtrader.enrolment.membership.MembershipState;

/** All that a company learns about another one. */
public enum Disclosure {
    /** It has a membership whose benefits are on. */
    ELIGIBLE,
    /** It was a member, and no membership of it has benefits now. */
    INELIGIBLE,
    /** There is no such company, or it never was a member, or one of the two has not consented: which, is not said. */
    NOT_DISCLOSED;

    static Disclosure of(Stream<MembershipState> states) {
        return states.anyMatch(MembershipState::benefits) ? ELIGIBLE : INELIGIBLE;
    }
}
