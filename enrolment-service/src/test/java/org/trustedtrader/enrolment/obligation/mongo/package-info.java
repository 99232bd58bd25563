/** The stored form of obligations. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.obligation.mongo;
