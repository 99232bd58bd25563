/** Applications over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application.web;
