package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** Consumes how the validation visits of applications go. */
@Configuration(proxyBeanMethods = false)
class ValidationEvents {

    private final FollowReview follow;
    private final MemberReports members;
    private final FollowObligations obligations;
    private final FollowFaults faults;
    private final EventData data;

    ValidationEvents(
            FollowReview follow,
            MemberReports members,
            FollowObligations obligations,
            FollowFaults faults,
            EventData data) {
        this.follow = follow;
        this.members = members;
        this.obligations = obligations;
        this.faults = faults;
        this.data = data;
    }

    /**
     * The second reading brought the sites of members' visits, the third one the sites that visits of applications are made instead
     * of; the versions before did not keep them.
     */
    @Bean
    Subscription visits() {
        return Subscription.from("validation")
                .of("visit")
                .handledBy(this::visit)
                .reading(3);
    }

    private void visit(Event event) {
        var payload = data.of(event, VisitPayload.class);
        follow.take(Optional.ofNullable(payload.membership()), payload.report(event));
        var membership = payload.membership();
        if (membership != null && !payload.ofApplication()) {
            members.keep(payload.visitId(), event.version(), payload.memberReport(membership));
            faults.visit(payload.result(membership));
            obligations.follow(membership);
        }
    }

    /**
     * @param applicationId null for a visit that names no application
     * @param cause         why the visit is made; the file can do without a site that an officer {@code ADDED}
     * @param insteadOf     the site that it was due for, if it is made to another one
     * @param siteRemoved   whether the site is in the company's record no more, so that the file can do without it
     * @param waitingFor    {@code COMPANY}, {@code VALIDATOR} or {@code THE_DAY}; null once the visit has ended
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record VisitPayload(
            String visitId,
            @Nullable String applicationId,
            @Nullable String company,
            @Nullable String type,
            @Nullable String mode,
            String state,
            VisitReport.@Nullable Outcome outcome,
            Set<String> validators,
            @Nullable String siteId,
            @Nullable String waitingFor,
            @Nullable Set<String> requiredSites,
            @Nullable Set<String> disputesDecidedBy,
            @Nullable String cause,
            @Nullable Boolean siteRemoved,
            @Nullable String membershipId,
            @Nullable String noShowBy,
            @Nullable Instant startsAt,
            @Nullable Instant closedAt,
            @Nullable Instant revalidationOpenedAt,
            @Nullable String insteadOf) {

        private static final Set<String> ON_SITE = Set.of("ON_SITE", "HYBRID");
        private static final Set<String> ENDED = Set.of("CLOSED", "CANCELLED");

        /** The id of a membership is that of its application. */
        @Nullable
        String membership() {
            return membershipId == null ? applicationId : membershipId;
        }

        /** An initial visit is a matter of the application. */
        boolean ofApplication() {
            return "INITIAL".equals(type);
        }

        MemberReports.VisitReport memberReport(String membership) {
            return new MemberReports.VisitReport(
                    membership,
                    type == null ? "" : type,
                    state,
                    outcome == null ? null : outcome.name(),
                    closedAt,
                    everybody(),
                    new MemberReports.Sites(
                            siteId == null ? visitId : siteId,
                            insteadOf,
                            requiredSites == null ? Set.of() : requiredSites,
                            dropsSite()),
                    revalidationOpenedAt,
                    waitingFor);
        }

        private boolean dropsSite() {
            return state.equals("CANCELLED") && (Boolean.TRUE.equals(siteRemoved) || "ADDED".equals(cause));
        }

        FollowFaults.VisitResult result(String membership) {
            return new FollowFaults.VisitResult(
                    visitId,
                    membership,
                    state,
                    outcome == VisitReport.Outcome.UNSATISFACTORY,
                    closedAt,
                    noShowBy,
                    startsAt);
        }

        VisitReport report(Event event) {
            return new VisitReport(
                    visitId,
                    event.version(),
                    event.time(),
                    new VisitReport.Subject(
                            company, siteId, "INITIAL".equals(type), mode != null && ON_SITE.contains(mode)),
                    state.equals("CLOSED"),
                    outcome,
                    everybody(),
                    !ENDED.contains(state),
                    turn(),
                    requiredSites == null ? Set.of() : requiredSites,
                    dropsSite(),
                    insteadOf);
        }

        private Set<String> everybody() {
            var all = new HashSet<>(validators);
            all.addAll(disputesDecidedBy == null ? Set.of() : disputesDecidedBy);
            return all;
        }

        /** Until the agreed day nobody has to act; a producer of the version before does not say whose turn it is. */
        private @Nullable Turn turn() {
            return switch (waitingFor) {
                case null -> null;
                case "COMPANY" -> Turn.APPLICANT;
                case "VALIDATOR" -> Turn.PROGRAMME;
                default -> Turn.NOBODY;
            };
        }
    }
}
