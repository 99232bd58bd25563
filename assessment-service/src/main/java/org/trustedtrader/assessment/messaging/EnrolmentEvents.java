package org.trustedtrader.assessment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.criteria.SiteFunction;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.review.AnnualReviewSnapshot;
import org.trustedtrader.assessment.review.ApplicationSnapshot;
import org.trustedtrader.assessment.review.FollowApplication;
import org.trustedtrader.assessment.review.FollowSites;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes applications, which open and end assessments, memberships, whose revalidations open them again and whose end closes
 * them, annual reviews, which open them again, and companies, whose sites legs begin and end at.
 */
@Configuration
class EnrolmentEvents {

    private final JsonMapper json;
    private final FollowApplication applications;
    private final CompanySites companies;
    private final FollowSites sites;

    EnrolmentEvents(JsonMapper json, FollowApplication applications, CompanySites companies, FollowSites sites) {
        this.json = json;
        this.applications = applications;
        this.companies = companies;
        this.sites = sites;
    }

    @Bean
    Subscription enrolment() {
        return Subscription.from("enrolment").of("application", "annual-review").handledBy(this::consume);
    }

    /** The second reading brings what happens at each site. */
    @Bean
    Subscription companies() {
        return Subscription.from("enrolment")
                .of("company")
                .handledBy(this::consume)
                .reading(2);
    }

    /** The second reading brings the memberships that ended before this service knew of their end. */
    @Bean
    Subscription memberships() {
        return Subscription.from("enrolment")
                .of("membership")
                .handledBy(this::consume)
                .reading(2);
    }

    private void consume(Event event) {
        switch (event.aggregate()) {
            case "application" ->
                applications.follow(parse(event, ApplicationPayload.class).snapshot(event));
            case "membership" ->
                applications.follow(parse(event, MembershipPayload.class).snapshot(event));
            case "annual-review" ->
                applications.follow(parse(event, AnnualReviewPayload.class).snapshot(event));
            default -> {
                var company = parse(event, CompanyPayload.class);
                companies.keepNewest(event.aggregateId(), event.version(), company.announced());
                sites.follow(event.aggregateId());
            }
        }
    }

    private <T> T parse(Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data of " + event.type() + " cannot be read: " + e.getOriginalMessage());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ApplicationPayload(String company, Set<LineOfBusiness> linesOfBusiness, String state) {

        private ApplicationPayload {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(linesOfBusiness, "linesOfBusiness");
            Objects.requireNonNull(state, "state");
        }

        private ApplicationSnapshot snapshot(Event event) {
            return new ApplicationSnapshot(event.aggregateId(), event.version(), company, linesOfBusiness, state);
        }
    }

    /** @param revalidationOpenedAt while a revalidation is open */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record MembershipPayload(
            @Nullable Instant revalidationOpenedAt,
            @Nullable Set<LineOfBusiness> linesOfBusiness,
            @Nullable String state) {

        private MembershipSnapshot snapshot(Event event) {
            return new MembershipSnapshot(
                    event.aggregateId(),
                    event.version(),
                    Optional.ofNullable(revalidationOpenedAt),
                    linesOfBusiness == null ? Set.of() : linesOfBusiness,
                    Optional.ofNullable(state));
        }
    }

    /**
     * @param changesStatedAt null as long as the company has stated no change
     * @param changed         the criteria
     * @param changedAnswers  the same, each with its scope; absent from a version that knew none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record AnnualReviewPayload(
            String membershipId,
            @Nullable Instant changesStatedAt,
            Set<String> changed,
            @Nullable Set<String> changedAnswers) {

        private AnnualReviewPayload {
            Objects.requireNonNull(membershipId, "membershipId");
            Objects.requireNonNull(changed, "changed");
        }

        private AnnualReviewSnapshot snapshot(Event event) {
            return new AnnualReviewSnapshot(
                    event.aggregateId(), membershipId, event.version(), Optional.ofNullable(changesStatedAt), about());
        }

        private Set<ScopedCriterion> about() {
            return (changedAnswers == null ? changed : changedAnswers)
                    .stream().map(ScopedCriterion::parse).collect(Collectors.toSet());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CompanyPayload(@Nullable List<Site> sites) {

        private CompanySites.Sites announced() {
            var all = sites == null ? List.<Site>of() : sites;
            return new CompanySites.Sites(
                    all.stream().map(Site::place).toList(),
                    all.stream().flatMap(site -> site.zone().stream()).collect(Collectors.toSet()),
                    all.stream()
                            .map(site -> new SiteFunctions(site.id(), site.known()))
                            .toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Site(
            String id,
            String name,
            Address address,
            @Nullable String timeZone,
            @Nullable Set<String> functions) {

        /** Without those that this version does not know: where none is left, nothing is left out. */
        private Set<SiteFunction> known() {
            return Arrays.stream(SiteFunction.values())
                    .filter(function -> functions != null && functions.contains(function.name()))
                    .collect(Collectors.toSet());
        }

        /** A zone that this JDK does not know counts as none. */
        private Optional<ZoneId> zone() {
            return Optional.ofNullable(timeZone)
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of);
        }

        private Place place() {
            return new Place(
                    Optional.of(id),
                    name,
                    address.country(),
                    Optional.ofNullable(address.region()).filter(region -> region.matches("[A-Z0-9]{1,3}")));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Address(@Nullable String region, String country) {}
}
