/** Companies that have consented to each other see the status of each other's membership; to all others nothing is disclosed. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.monitoring;
