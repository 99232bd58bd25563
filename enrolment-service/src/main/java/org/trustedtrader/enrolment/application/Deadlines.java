package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * By when an applicant has to reply. Each is a legal period of so many days: it ends with its last day in the programme's
 * zone, and not on a weekend or a holiday of Canada or of the company's province (Interpretation Act, s. 26 and 27).
 *
 * @param returned       to correct and resubmit an application that was returned as incomplete
 * @param information    to answer a request for information
 * @param informalReview to ask for an informal review of an intended denial
 * @param terms          to sign the terms of an approval
 * @param province       whose holidays count beside those of Canada
 */
public record Deadlines(int returned, int information, int informalReview, int terms, Jurisdiction province) {

    public Deadlines {
        if (returned < 1 || information < 1 || informalReview < 1 || terms < 1) {
            throw new IllegalArgumentException("a deadline is at least one day away");
        }
    }

    Deadlines in(Jurisdiction companysProvince) {
        return new Deadlines(returned, information, informalReview, terms, companysProvince);
    }

    Instant forCorrection(Instant from) {
        return endOf(returned, from);
    }

    Instant forInformation(Instant from) {
        return endOf(information, from);
    }

    Instant forInformalReview(Instant from) {
        return endOf(informalReview, from);
    }

    Instant forTerms(Instant from) {
        return endOf(terms, from);
    }

    private Instant endOf(int days, Instant from) {
        return BusinessCalendar.shipped().endOfLegalPeriod(from, days, province);
    }
}
