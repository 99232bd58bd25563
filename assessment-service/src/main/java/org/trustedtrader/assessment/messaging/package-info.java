/** What this service hears of enrolment. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.messaging;
