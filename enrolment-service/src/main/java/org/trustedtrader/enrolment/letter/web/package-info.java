/** Letters over HTTP, as JSON and as PDF. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.letter.web;
