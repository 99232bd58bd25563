/** Annual reviews in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.annualreview.mongo;
