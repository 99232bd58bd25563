/** A company's document and announcement. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.company.mongo;
