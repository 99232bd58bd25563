/** Answers about partners in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.monitoring.mongo;
