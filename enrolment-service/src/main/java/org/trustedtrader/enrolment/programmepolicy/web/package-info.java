/** The programme's policy over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.programmepolicy.web;
