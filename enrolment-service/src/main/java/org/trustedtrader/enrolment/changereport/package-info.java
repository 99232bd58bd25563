/** What members report of changes to their company, and what the programme makes of it. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.changereport;
