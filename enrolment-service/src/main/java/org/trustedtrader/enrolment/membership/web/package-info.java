/** Memberships over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.membership.web;
