package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.trustedtrader.enrolment.membership.MembershipState;

/** What is read of this service's own announcement of a membership. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OwnMembership(String applicationId, MembershipState state) {}
