/** A membership's document and announcement. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.membership.mongo;
