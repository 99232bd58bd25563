/** Memberships: benefits on or off, and every reason why. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.membership;
