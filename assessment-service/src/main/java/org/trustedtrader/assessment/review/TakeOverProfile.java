package org.trustedtrader.assessment.review;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.profile.EarlierProfile;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A company that applies again need not answer again what it answered before: a new assessment takes over what fits of an
 * earlier one of the same company, whatever became of that one. Both refer to the same bytes of a file, which stay as long as
 * either does.
 */
public final class TakeOverProfile {

    /** More assessments than any company has. */
    private static final int MOST = 200;

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final EvidenceRules limits;
    private final CompanyClock clock;

    public TakeOverProfile(Assessments assessments, AssessmentRules rules, EvidenceRules limits, CompanyClock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
    }

    /** An earlier assessment, with what of it fits the new one now. */
    public record Earlier(Assessment assessment, EarlierProfile.Offer offer) {

        public int given() {
            return assessment.asEarlierProfile().given();
        }
    }

    /** The newest first; those without any answer are left out. */
    public List<Earlier> earlier(String assessmentId, Actor actor) {
        Assessment fresh = assessments.visible(assessmentId, actor);
        return assessments.list(actor, Optional.empty(), Optional.of(fresh.company()), Optional.empty(), MOST).stream()
                .filter(other -> isEarlier(other, fresh))
                .filter(other -> other.asEarlierProfile().given() > 0)
                .sorted((one, other) -> other.openedAt().compareTo(one.openedAt()))
                .map(other -> new Earlier(other, offer(other, fresh)))
                .toList();
    }

    /** @throws Refusal.NotFound for what is no earlier assessment of the same company */
    public Assessment takeOver(String assessmentId, String earlierId, Command command) {
        Assessment earlier = assessments.visible(earlierId, command.actor());
        return assessments.change(assessmentId, command, fresh -> {
            if (!isEarlier(earlier, fresh)) {
                throw new Refusal.NotFound("assessment");
            }
            fresh.takeOver(earlier, rules.catalogueOf(fresh), limits, command.actor(), clock.now(fresh));
        });
    }

    private EarlierProfile.Offer offer(Assessment earlier, Assessment fresh) {
        return earlier.asEarlierProfile().offerTo(fresh.profiles(), rules.catalogueOf(fresh), clock.now(fresh));
    }

    private static boolean isEarlier(Assessment other, Assessment fresh) {
        return !other.id().equals(fresh.id())
                && other.company().equals(fresh.company())
                && other.openedAt().isBefore(fresh.openedAt());
    }
}
