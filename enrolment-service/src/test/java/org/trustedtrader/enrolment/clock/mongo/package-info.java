/** The stored form of the programme clock. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clock.mongo;
