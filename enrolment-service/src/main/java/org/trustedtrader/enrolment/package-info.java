/** Who takes part in the programme: companies, their applications and their memberships. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment;
