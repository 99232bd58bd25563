/** The programme clock's movements in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clock.mongo;
