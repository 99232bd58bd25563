/** Partner monitoring over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.monitoring.web;
