/** Drivers' cards, known by their number only. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.drivercard;
