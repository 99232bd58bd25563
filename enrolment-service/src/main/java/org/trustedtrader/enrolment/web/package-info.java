/** What the endpoints of this service have in common: pages of lists and views of histories. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.web;
