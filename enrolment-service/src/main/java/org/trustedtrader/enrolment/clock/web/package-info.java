/** The programme clock over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clock.web;
