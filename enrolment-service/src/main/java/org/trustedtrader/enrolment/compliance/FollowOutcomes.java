package org.trustedtrader.enrolment.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.aggregate.Actor;

/** What the end of a compliance case means for the membership and for the obligation that it is about. */
public final class FollowOutcomes {

    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final String OBLIGATION = "obligation/";

    private final DecideMembership memberships;
    private final FollowObligations obligations;
    private final FollowFaults.Alarm alarm;

    public FollowOutcomes(DecideMembership memberships, FollowObligations obligations, FollowFaults.Alarm alarm) {
        this.memberships = memberships;
        this.obligations = obligations;
        this.alarm = alarm;
    }

    /**
     * A version of a case. A membership takes in each version once; a case that ended changes no more.
     *
     * @param outcome null until the case is decided or lapsed
     * @param benefitsPaused whether the case, left undecided, pauses some benefits
     * @param changedBy actor id of who made this version
     * @param officers  actor ids of the officers who opened it or proposed its outcome; none in events of the version before
     */
    public record CaseVersion(
            String caseId,
            long version,
            String membershipId,
            String source,
            ReasonCode reasonCode,
            ComplianceCase.State state,
            ComplianceCase.@Nullable Outcome outcome,
            @Nullable LocalDate extendedUntil,
            boolean benefitsPaused,
            String changedBy,
            List<String> officers) {

        private Membership.CaseOutcome forMembership() {
            return new Membership.CaseOutcome(caseId, version, reasonCode, officers);
        }
    }

    public void take(CaseVersion of) {
        switch (of.state()) {
            case LAPSED_TO_DEFAULT -> {
                alarm.raise("case-lapsed-to-default", "case=" + of.caseId());
                memberships.suspendByCase(of.membershipId(), of.forMembership(), PLATFORM);
            }
            case ESCALATED -> escalated(of);
            case DECIDED -> decided(of, new Actor(of.changedBy(), Set.of(), Optional.empty()));
            case VOID -> memberships.endPauseByCase(of.membershipId(), of.forMembership(), PLATFORM);
            case OPENED, NOTICE_SERVED, ANSWERED, ANSWER_PERIOD_OVER -> {}
        }
    }

    private void escalated(CaseVersion of) {
        alarm.raise("case-escalated", "case=" + of.caseId() + " benefits_paused=" + of.benefitsPaused());
        if (of.benefitsPaused()) {
            memberships.pauseByCase(of.membershipId(), of.forMembership(), PLATFORM);
        } else {
            memberships.endPauseByCase(of.membershipId(), of.forMembership(), PLATFORM);
        }
    }

    private void decided(CaseVersion of, Actor decider) {
        switch (Objects.requireNonNull(of.outcome(), "a decided case has an outcome")) {
            case SUSPENSION -> memberships.suspendByCase(of.membershipId(), of.forMembership(), decider);
            case CANCELLATION -> memberships.cancelByCase(of.membershipId(), of.forMembership(), decider);
            case ACTION_PLAN -> memberships.agreeActionPlanByCase(of.membershipId(), of.forMembership(), decider);
            case EXTENSION -> {
                memberships.endPauseByCase(of.membershipId(), of.forMembership(), decider);
                if (of.extendedUntil() != null && of.source().startsWith(OBLIGATION)) {
                    obligations.extendByCase(of.source().substring(OBLIGATION.length()), of.extendedUntil(), decider);
                }
            }
            case NO_ACTION -> memberships.endPauseByCase(of.membershipId(), of.forMembership(), decider);
        }
    }
}
