/** What members and the programme have to do by a date: obligations, their reminders and their policy. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.obligation;
