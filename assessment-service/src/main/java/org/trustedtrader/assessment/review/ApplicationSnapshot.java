package org.trustedtrader.assessment.review;

import java.util.Set;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * An application as enrolment last announced it.
 *
 * @param version of the application, so that an older state that comes late is known as such
 * @param state   as enrolment names it
 */
public record ApplicationSnapshot(
        String id, long version, String company, Set<LineOfBusiness> linesOfBusiness, String state) {

    private static final Set<String> ENDED = Set.of("WITHDRAWN", "DENIED", "LAPSED");

    public ApplicationSnapshot {
        linesOfBusiness = SortedSets.copyOf(linesOfBusiness);
    }

    public String subject() {
        return "enrolment/application/" + id;
    }

    /** Ended without a membership. */
    public boolean hasEnded() {
        return ENDED.contains(state);
    }

    /** From then on the lines of business are those of the membership. */
    public boolean isApproved() {
        return state.equals("APPROVED");
    }

    /** Filed and still under way, or approved. */
    public boolean wantsAssessment() {
        return !state.equals("DRAFT") && !hasEnded();
    }
}
