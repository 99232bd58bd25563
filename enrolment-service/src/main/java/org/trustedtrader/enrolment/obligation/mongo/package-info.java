/** Obligations in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.obligation.mongo;
