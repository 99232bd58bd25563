package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.time.LocalDate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;

/**
 * From when a company may apply again. The day is fixed by the decision that the company was told, whatever policy says
 * afterwards.
 *
 * @param since      when the application was denied, or the cancellation of its membership became final
 * @param possibleOn the first day of the programme on which it may apply
 */
public record Reapplication(Cause cause, Instant since, LocalDate possibleOn) {

    /** What a company has to wait after. */
    public enum Cause {
        DENIED,
        CANCELLED
    }

    /** Since when and until when the company waits, in words. */
    Message text() {
        var key = cause == Cause.DENIED ? "enrolment.reapplication.denied" : "enrolment.reapplication.cancelled";
        return Message.of(key, BusinessCalendar.shipped().dayOf(since), possibleOn);
    }
}
