package org.trustedtrader.enrolment.obligation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the programme's policy: what follows from obligations of a kind.
 *
 * @param remindersDaysBefore days before the due date, 0 for the day itself
 * @param graceDays   days after the due date before which the default of a case does not take effect
 * @param appliesToOpen whether it also counts for obligations that were opened under an earlier version
 * @param source      where the row comes from, for the history
 */
public record ObligationPolicy(
        String kind,
        Owner owner,
        Consequence consequence,
        List<Integer> remindersDaysBefore,
        int graceDays,
        boolean appliesToOpen,
        String source) {

    /** Who has to act. */
    public enum Owner {
        COMPANY,
        PROGRAMME
    }

    /** What happens when the due date has passed. */
    public enum Consequence {
        /** A compliance case; the membership is suspended if the company is silent and nobody decides. */
        CASE_SUSPENSION,
        /** The same about security: an answered case that the programme leaves undecided pauses some benefits as well. */
        CASE_SUSPENSION_PAUSE,
        /** A compliance case whose default takes nothing away. */
        CASE,
        /** An alarm for the programme. */
        ALARM,
        /** Nothing beyond the reminders. */
        REMINDER;

        public boolean opensCase() {
            return suspendsByDefault() || this == CASE;
        }

        public boolean suspendsByDefault() {
            return this == CASE_SUSPENSION || pausesBenefits();
        }

        public boolean pausesBenefits() {
            return this == CASE_SUSPENSION_PAUSE;
        }
    }

    public ObligationPolicy {
        remindersDaysBefore = List.copyOf(remindersDaysBefore);
        if (kind.isBlank() || graceDays < 0 || remindersDaysBefore.stream().anyMatch(days -> days < 0)) {
            throw new IllegalArgumentException("a kind has a name, and no number of days is negative: " + kind);
        }
    }

    /** The next day after today on which a reminder is due; null if none is left. */
    public @Nullable LocalDate nextReminder(LocalDate dueOn, LocalDate today) {
        return remindersDaysBefore.stream()
                .map(days -> dueOn.minusDays(days))
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
