/** Tests of the migration of records. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.mongo;
