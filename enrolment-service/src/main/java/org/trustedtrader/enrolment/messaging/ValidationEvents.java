package org.trustedtrader.enrolment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.FollowReview;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;

/** Consumes how the validation visits of applications go. */
@Configuration(proxyBeanMethods = false)
class ValidationEvents {

    private final FollowReview follow;
    private final EventData data;

    ValidationEvents(FollowReview follow, EventData data) {
        this.follow = follow;
        this.data = data;
    }

    @Bean
    Subscription visits() {
        return Subscription.from("validation").of("visit").handledBy(this::visit);
    }

    private void visit(Event event) {
        var payload = data.of(event, VisitPayload.class);
        follow.take(Optional.ofNullable(payload.applicationId()), payload.report(event));
    }

    /**
     * @param applicationId null for a visit that names no application
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
            @Nullable Set<String> disputesDecidedBy) {

        private static final Set<String> ON_SITE = Set.of("ON_SITE", "HYBRID");
        private static final Set<String> ENDED = Set.of("CLOSED", "CANCELLED");

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
                    requiredSites == null ? Set.of() : requiredSites);
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
