package org.trustedtrader.enrolment.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.letter.IssueLetters;
import org.trustedtrader.enrolment.letter.LetterKind;
import org.trustedtrader.enrolment.letter.ServeLetters;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** A decision makes its letter by its event, so that a crash between the two loses none. */
@Configuration(proxyBeanMethods = false)
class LetterEvents {

    private final IssueLetters issue;
    private final ServeLetters serve;

    LetterEvents(IssueLetters issue, ServeLetters serve) {
        this.issue = issue;
        this.serve = serve;
    }

    @Bean
    Subscription decisionsForLetters() {
        return Subscription.from("enrolment")
                .of(LetterKind.aggregates().toArray(String[]::new))
                .handledBy(this::changed);
    }

    private void changed(Event event) {
        issue.follow(event.aggregate(), event.aggregateId());
        if (event.aggregate().equals(LetterKind.CASE_NOTICE.aggregate())) {
            serve.followCase(event.aggregateId());
        }
    }
}
