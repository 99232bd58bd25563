/** Annual reviews over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.annualreview.web;
