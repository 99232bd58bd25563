/** Consents over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.consent.web;
