/** An application's document and announcement. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application.mongo;
