/** Hears enrolment and this service's own driver cards. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.messaging;
