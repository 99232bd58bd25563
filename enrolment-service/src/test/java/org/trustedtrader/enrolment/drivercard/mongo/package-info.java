@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.drivercard.mongo;
