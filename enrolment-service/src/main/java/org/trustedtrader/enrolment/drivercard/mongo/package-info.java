/** Driver cards in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.drivercard.mongo;
