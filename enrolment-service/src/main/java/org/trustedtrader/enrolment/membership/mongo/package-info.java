/** Memberships in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.membership.mongo;
