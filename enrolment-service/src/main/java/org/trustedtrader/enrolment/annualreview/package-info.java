/** The annual review: each year a member affirms its security profile and its record, and an officer accepts that. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.annualreview;
