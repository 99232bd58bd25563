/** Companies over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.company.web;
