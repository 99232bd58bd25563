/** Compliance cases: what turns a missed or failed obligation into a decision. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.compliance;
