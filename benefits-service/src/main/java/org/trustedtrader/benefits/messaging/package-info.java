/** Events of enrolment-service, and of the other replicas of this service. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.messaging;
