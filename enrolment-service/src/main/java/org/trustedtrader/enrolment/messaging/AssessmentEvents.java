package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** Consumes how the assessments of applications go. */
@Configuration(proxyBeanMethods = false)
class AssessmentEvents {

    private final FollowReview follow;
    private final MemberReports members;
    private final FollowObligations obligations;
    private final EventData data;

    AssessmentEvents(FollowReview follow, MemberReports members, FollowObligations obligations, EventData data) {
        this.follow = follow;
        this.members = members;
        this.obligations = obligations;
        this.data = data;
    }

    /** The second reading brings the ratings, which the version before did not keep of members. */
    @Bean
    Subscription assessments() {
        return Subscription.from("assessment")
                .of("assessment")
                .handledBy(this::assessment)
                .reading(2);
    }

    private void assessment(Event event) {
        var payload = data.of(event, AssessmentPayload.class);
        follow.take(payload.applicationId(), payload.report(event.version()));
        members.keep(payload.applicationId(), event.version(), payload.memberReport());
        obligations.follow(payload.applicationId());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AssessmentPayload(
            String applicationId,
            String state,
            int answered,
            int total,
            @Nullable RiskRating riskRating,
            int openMustActions,
            Set<String> assessors,
            @Nullable Instant revalidationOpenedAt,
            @Nullable List<Action> mustActions,
            @Nullable Instant changesStatedAt) {

        MemberReports.AssessmentReport memberReport() {
            var actions = mustActions == null ? List.<Action>of() : mustActions;
            return new MemberReports.AssessmentReport(
                    state,
                    revalidationOpenedAt,
                    assessors,
                    actions.stream().map(Action::report).toList(),
                    changesStatedAt,
                    riskRating == null ? null : riskRating.name());
        }

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Action(String actionId, LocalDate dueOn, String state) {

            MemberReports.MustAction report() {
                return new MemberReports.MustAction(
                        actionId, dueOn, state.equals("SUBMITTED"), state.equals("VERIFIED"));
            }
        }

        AssessmentReport report(long version) {
            return new AssessmentReport(
                    version,
                    underWay(),
                    state.equals("COMPLETED"),
                    riskRating,
                    openMustActions,
                    assessors,
                    answered,
                    total,
                    turn());
        }

        private Turn turn() {
            return switch (state) {
                case "OPEN", "REOPENED" -> Turn.APPLICANT;
                case "SUBMITTED" -> Turn.PROGRAMME;
                default -> Turn.NOBODY;
            };
        }

        private boolean underWay() {
            return answered > 0 || Set.of("SUBMITTED", "COMPLETED", "REOPENED").contains(state);
        }
    }
}
