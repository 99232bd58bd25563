/** Assessments over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.review.web;
