package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The form that the answer to a criterion has to take. */
public enum AnswerType {
    YES_NO {
        @Override
        Optional<String> fault(String value, LocalDate today) {
            return value.equals("YES") || value.equals("NO") ? Optional.empty() : Optional.of("Answer YES or NO.");
        }
    },
    TEXT {
        @Override
        Optional<String> fault(String value, LocalDate today) {
            return value.strip().length() >= SHORTEST_TEXT
                    ? Optional.empty()
                    : Optional.of("Describe it in at least " + SHORTEST_TEXT + " characters.");
        }
    },
    DATE {
        @Override
        Optional<String> fault(String value, LocalDate today) {
            try {
                return LocalDate.parse(value).isAfter(today)
                        ? Optional.of("The date lies in the future.")
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of("Give a date as YYYY-MM-DD.");
            }
        }
    };

    private static final int SHORTEST_TEXT = 10;

    /** What is wrong with the form of that value, in a sentence for the person who gave it; empty if nothing is. */
    abstract Optional<String> fault(String value, LocalDate today);
}
