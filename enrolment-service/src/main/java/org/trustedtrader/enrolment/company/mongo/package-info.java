/** Companies in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.company.mongo;
