/** Rules of memberships. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.membership;
