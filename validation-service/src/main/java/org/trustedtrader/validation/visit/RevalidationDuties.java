package org.trustedtrader.validation.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What members owe as their revalidations, with the extensions that were granted, from enrolment's obligations. */
public interface RevalidationDuties {

    /** @return false only if a newer version is kept: then there is nothing to do */
    boolean keep(String obligationId, long version, Duty duty);

    /** Of that cycle of the membership; empty also if no event of it has arrived. */
    Optional<Duty> of(String membershipId, LocalDate cycleDueOn);

    /** Those that fall due in that year, extensions counted. */
    List<Duty> dueIn(int year);

    /** Those whose due date an extension moved from one year into another, from or into that year. */
    List<Duty> movedAcross(int year);

    /**
     * One cycle.
     *
     * @param cycleDueOn      the due date of the membership
     * @param state           as enrolment names it
     * @param dueOn           the due date with extensions, programme zone
     * @param programmeIsNext whether the programme, not the company, has to act next
     */
    record Duty(String membershipId, LocalDate cycleDueOn, String state, LocalDate dueOn, boolean programmeIsNext) {

        private static final Set<String> PENDING = Set.of("OPEN", "EXTENDED", "OVERDUE");

        public boolean isPending() {
            return PENDING.contains(state);
        }

        public boolean isMet() {
            return state.equals("MET");
        }

        public boolean isOverdue() {
            return state.equals("OVERDUE");
        }

        public boolean isExtended() {
            return dueOn.isAfter(cycleDueOn);
        }
    }
}
