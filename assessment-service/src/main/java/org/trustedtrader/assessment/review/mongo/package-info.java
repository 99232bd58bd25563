/** Assessments, the bytes of evidence, and projections of enrolment's records, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.review.mongo;
