/** What is understood of events. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.messaging;
