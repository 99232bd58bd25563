package org.trustedtrader.enrolment.application;

import java.time.Duration;
import java.time.Instant;

/**
 * By when an applicant has to reply, in days; settings.
 *
 * @param returned       to correct and resubmit an application that was returned as incomplete
 * @param information    to answer a request for information
 * @param informalReview to ask for an informal review of an intended denial
 * @param terms          to sign the terms of an approval
 */
public record Deadlines(int returned, int information, int informalReview, int terms) {

    public Deadlines {
        if (returned < 1 || information < 1 || informalReview < 1 || terms < 1) {
            throw new IllegalArgumentException("a deadline is at least one day away");
        }
    }

    Instant forCorrection(Instant from) {
        return from.plus(Duration.ofDays(returned));
    }

    Instant forInformation(Instant from) {
        return from.plus(Duration.ofDays(information));
    }

    Instant forInformalReview(Instant from) {
        return from.plus(Duration.ofDays(informalReview));
    }

    Instant forTerms(Instant from) {
        return from.plus(Duration.ofDays(terms));
    }
}
