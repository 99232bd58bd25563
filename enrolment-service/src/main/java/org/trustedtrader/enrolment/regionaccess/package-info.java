/** Accesses to the files of another region's companies, opened by an officer with a reason: breaking the glass. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.regionaccess;
