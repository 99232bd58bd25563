/** Driver cards over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.drivercard.web;
