/** Change reports. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.changereport;
