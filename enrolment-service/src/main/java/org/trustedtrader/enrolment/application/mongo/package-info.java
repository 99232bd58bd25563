/** Applications, and the reports about them, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application.mongo;
