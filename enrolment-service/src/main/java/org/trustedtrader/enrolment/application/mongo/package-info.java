/** Applications, and what was heard about them, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application.mongo;
