/** A change report's document and announcement. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.changereport.mongo;
