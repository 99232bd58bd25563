package org.trustedtrader.enrolment.obligation;

import java.util.Map;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;

/** What one part of the programme says is owed about a membership. */
@FunctionalInterface
public interface ObligationSource {

    /**
     * Everything that this source has asked for, from the present state; what is settled may be left out or named as met.
     *
     * @param membership one that is active or suspended
     */
    Map<Subject, Status> owed(Membership membership);
}
