/** Change reports over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.changereport.web;
