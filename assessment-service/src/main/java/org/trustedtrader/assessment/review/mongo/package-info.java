/** Assessments, evidence and what was heard of enrolment, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.review.mongo;
