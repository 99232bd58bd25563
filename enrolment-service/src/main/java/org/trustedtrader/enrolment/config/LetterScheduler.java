package org.trustedtrader.enrolment.config;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.letter.Letters;
import org.trustedtrader.enrolment.letter.ServeLetters;

/**
 * Lets unread letters count as served. Several replicas may do this at once: each letter is served once. A letter that fails raises
 * an alarm and holds up no other; it is tried again on the next run.
 */
@Component
class LetterScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(LetterScheduler.class);
    private static final int AT_ONCE = 500;

    private final Letters letters;
    private final ServeLetters serve;
    private final Clock clock;

    LetterScheduler(Letters letters, ServeLetters serve, Clock clock) {
        this.letters = letters;
        this.serve = serve;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${ttp.enrolment.sweep-every:5s}")
    void letPeriodsEnd() {
        attempt(
                "letters",
                () -> letters.unreadUntil(clock.instant(), AT_ONCE)
                        .forEach(number -> attempt(number, () -> serve.letPeriodEnd(number))));
    }

    private static void attempt(String subject, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("alarm=letters-not-served subject={} reason={}", subject, e.toString(), e);
        }
    }
}
