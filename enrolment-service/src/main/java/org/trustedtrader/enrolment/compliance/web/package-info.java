/** Compliance cases over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.compliance.web;
