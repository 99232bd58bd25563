/** What the MongoDB classes of this service share, and the migration of records from benefits-service. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.mongo;
