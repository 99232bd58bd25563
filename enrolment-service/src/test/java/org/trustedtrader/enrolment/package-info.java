/** The enrolment service as a whole: its architecture, its access table, and its story on the real parts. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment;
