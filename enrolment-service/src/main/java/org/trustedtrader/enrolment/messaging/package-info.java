/** What this service hears, and what follows from it. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.messaging;
