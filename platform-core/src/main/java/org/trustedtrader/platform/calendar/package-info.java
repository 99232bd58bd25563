/** Days, working days and legal periods: which days are holidays where, and when a period ends. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.calendar;
