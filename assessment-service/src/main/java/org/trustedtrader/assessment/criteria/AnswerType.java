package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;

/** The form that the answer to a criterion has to take. */
public enum AnswerType {
    YES_NO {
        @Override
        Optional<Message> fault(String value, LocalDate today) {
            return value.equals("YES") || value.equals("NO")
                    ? Optional.empty()
                    : Optional.of(Message.of("assessment.answer.yes-no"));
        }
    },
    TEXT {
        @Override
        Optional<Message> fault(String value, LocalDate today) {
            return value.strip().length() >= SHORTEST_TEXT
                    ? Optional.empty()
                    : Optional.of(Message.of("assessment.answer.text-short", SHORTEST_TEXT));
        }
    },
    DATE {
        @Override
        Optional<Message> fault(String value, LocalDate today) {
            try {
                return new DateRange(EARLIEST_DATE, today).objection(LocalDate.parse(value));
            } catch (DateTimeParseException e) {
                return Optional.of(Message.of("assessment.answer.date"));
            }
        }
    };

    private static final int SHORTEST_TEXT = 10;

    /** Answers are dates of what the company did: a risk assessment, a training. */
    private static final LocalDate EARLIEST_DATE = LocalDate.of(1900, 1, 1);

    /** What is wrong with the form of that value, for the person who gave it; empty if nothing is. */
    abstract Optional<Message> fault(String value, LocalDate today);
}
