package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
                return LocalDate.parse(value).isAfter(today)
                        ? Optional.of(Message.of("assessment.answer.date-future"))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of(Message.of("assessment.answer.date"));
            }
        }
    };

    private static final int SHORTEST_TEXT = 10;

    /** What is wrong with the form of that value, for the person who gave it; empty if nothing is. */
    abstract Optional<Message> fault(String value, LocalDate today);
}
