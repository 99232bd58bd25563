/** Versions of the programme's policy in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.programmepolicy.mongo;
