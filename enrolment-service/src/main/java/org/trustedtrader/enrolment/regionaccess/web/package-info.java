/** Region accesses over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.regionaccess.web;
