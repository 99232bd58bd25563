package org.trustedtrader.enrolment.obligation;

import java.util.Map;
import org.trustedtrader.enrolment.membership.Membership;

/**
 * Says what is owed about a membership that lasts, beside what the membership itself says. A thing that it names no more counts
 * as done.
 */
@FunctionalInterface
public interface ObligationSource {

    /**
     * Worked out from the present state, so that it may be asked after any event.
     *
     * @return what is owed, and what the source says about it now; the same subject for the same thing
     */
    Map<Obligation.Subject, Obligation.Status> owed(Membership membership);
}
