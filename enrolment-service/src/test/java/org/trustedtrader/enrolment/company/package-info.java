/** Rules of a company's record. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.company;
