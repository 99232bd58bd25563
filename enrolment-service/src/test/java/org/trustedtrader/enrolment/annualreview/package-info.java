/** Rules of annual reviews. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.annualreview;
