/** Region accesses in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.regionaccess.mongo;
