/** What a service knows of the regions of companies and of accesses to their files, by enrolment's events and look-ups. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.region;
