/** Rules of compliance cases. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.compliance;
