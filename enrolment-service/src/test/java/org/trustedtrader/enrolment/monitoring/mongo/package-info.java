/** Tests of the stored form of answers. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.monitoring.mongo;
