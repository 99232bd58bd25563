/** Compliance cases in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.compliance.mongo;
