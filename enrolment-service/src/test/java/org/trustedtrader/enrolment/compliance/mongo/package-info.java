/** The stored form of compliance cases. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.compliance.mongo;
