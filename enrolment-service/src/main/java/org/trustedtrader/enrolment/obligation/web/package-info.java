/** Obligations over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.obligation.web;
