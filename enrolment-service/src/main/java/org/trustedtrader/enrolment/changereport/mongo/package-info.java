/** Change reports in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.changereport.mongo;
