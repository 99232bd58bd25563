package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** What an order names must exist and belong together, and there is one open visit of a type for a file and a site. */
class OrderVisitTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String OTHER_COMPANY = "987654324";
    private static final Site LONDON = site("london", "ON", "CA", "America/Toronto");
    private static final Site LAREDO = site("laredo", "TX", "US", "America/Chicago");

    private final InMemoryVisits visits = new InMemoryVisits();
    private final KnownMemberships memberships = new KnownMemberships(Map.of(
            "member", new MembershipProjection.Member(COMPANY, "ACTIVE", null, null),
            "others", new MembershipProjection.Member(OTHER_COMPANY, "ACTIVE", null, null),
            "gone", new MembershipProjection.Member(COMPANY, "CANCELLED_FINAL", null, null)));
    private final OrderVisit orderVisit = new OrderVisit(
            visits,
            number -> Optional.of(new Companies.Company(number, List.of(WINDSOR, LONDON, LAREDO)))
                    .filter(company -> company.id().equals(COMPANY)),
            new OrderVisit.Files(new KnownApplications(), memberships, new EndVisits(visits, CLOCK)),
            new KeepRequiredSites(visits, CLOCK),
            CLOCK);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AD_HOC, 987654324, -, -, -, company-unknown, company",
                "AD_HOC, 123456782, -, -, paris, site-unknown, siteId",
                "AD_HOC, 123456782, unheard-of, -, -, application-unknown, applicationId",
                "AD_HOC, 123456782, others, -, -, application-of-another, applicationId",
                "AD_HOC, 123456782, denied, -, -, application-ended, applicationId",
                "INITIAL, 123456782, young, -, windsor, assessment-not-completed, applicationId",
                "REVALIDATION, 123456782, -, unheard-of, -, membership-unknown, membershipId",
                "REVALIDATION, 123456782, -, others, -, membership-of-another, membershipId",
                "REVALIDATION, 123456782, -, gone, -, membership-over, membershipId"
            })
    void whatIsNamedExistsAndBelongsTogether(
            Visit.Type type,
            String company,
            @Nullable String applicationId,
            @Nullable String membershipId,
            @Nullable String siteId,
            String rule,
            String field) {
        var order = new OrderVisit.Order(type, company, applicationId, membershipId, siteId, RiskLevel.LOW, "Tip-off");
        var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> orderVisit.order(order, Command.by(VERA)));
        assertThat(refused.rule()).isEqualTo(rule);
        assertThat(refused.violations()).extracting(Refusal.Violation::field).containsExactly(field);
        assertThat(refused.getMessage()).startsWith(field + " is ").endsWith(".");
        assertThat(visits.openOf(COMPANY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"INITIAL, -, -, windsor", "INITIAL, open, -, -", "AD_HOC, open, member, -"})
    void anOrderThatIsNotWholeIsInvalid(
            Visit.Type type, @Nullable String applicationId, @Nullable String membershipId, @Nullable String siteId) {
        var order = new OrderVisit.Order(type, COMPANY, applicationId, membershipId, siteId, RiskLevel.LOW, "Tip-off");
        assertThat(catchThrowableOfType(Refusal.InvalidInput.class, () -> orderVisit.order(order, Command.by(VERA))))
                .isNotNull();
    }

    @Test
    void aVisitWithoutAFileBelongsToTheCompanysMembership() {
        assertThat(order(Visit.Type.AD_HOC, null, null).snapshot().origin().membershipId())
                .isEqualTo("member");
        assertThat(order(Visit.Type.AD_HOC, "open", null).snapshot().origin().membershipId())
                .isNull();
    }

    @Test
    void oneVisitOfATypeIsOpenForAFileAndASite() {
        var first = order(Visit.Type.REVALIDATION, null, "windsor");
        assertVisitOpen(Visit.Type.REVALIDATION, null, "windsor");
        order(Visit.Type.REVALIDATION, null, "london");
        order(Visit.Type.REVALIDATION, null, null);
        order(Visit.Type.REVALIDATION, "open", "windsor");
        order(Visit.Type.AD_HOC, null, "windsor");
        assertVisitOpen(Visit.Type.REVALIDATION, null, null);
        cancel(first.id());
        order(Visit.Type.REVALIDATION, null, "windsor");
    }

    @Test
    void slotsAreNotProposedAtASiteThatAnotherVisitIsOpenFor() {
        order(Visit.Type.AD_HOC, null, "windsor");
        var unsited = order(Visit.Type.AD_HOC, null, null);
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> visits.change(
                        unsited.id(),
                        Command.by(VERA),
                        v -> v.propose(WINDSOR, Schedule.Mode.ON_SITE, List.of(MONDAY), RULES, VERA, NOW)));
        assertThat(refused.rule()).isEqualTo("visit-open");
    }

    @Test
    void anInitialVisitAddsARequiredSiteAndTheOpenOnesAreTold() {
        visits.keep(required(VisitState.CONFIRMED));
        var added = order(Visit.Type.INITIAL, APPLICATION, "laredo").snapshot();
        assertThat(added.origin().requirement()).isEqualTo(Requirement.of(Requirement.Cause.ADDED));
        assertThat(added.required().ids()).containsExactly("laredo", "london", "windsor");
        var first = visits.find("initial-" + APPLICATION).orElseThrow();
        assertThat(first.snapshot().required()).isEqualTo(added.required());
        assertThat(first.state()).isEqualTo(VisitState.CONFIRMED);
    }

    @Test
    void anAddedSiteThatIsCancelledIsNoLongerRequired() {
        visits.keep(required(VisitState.DUE));
        cancel(order(Visit.Type.INITIAL, APPLICATION, "laredo").id());
        var first = visits.find("initial-" + APPLICATION).orElseThrow();
        assertThat(first.snapshot().required().ids()).containsExactly("london", "windsor");
    }

    private void cancel(String id) {
        new CancelVisit(visits, new KeepRequiredSites(visits, CLOCK), CLOCK).cancel(id, "Not needed", Command.by(VERA));
    }

    private void assertVisitOpen(Visit.Type type, @Nullable String applicationId, @Nullable String siteId) {
        var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> order(type, applicationId, siteId));
        assertThat(refused.rule()).isEqualTo("visit-open");
    }

    private Visit order(Visit.Type type, @Nullable String applicationId, @Nullable String siteId) {
        var order = new OrderVisit.Order(type, COMPANY, applicationId, null, siteId, RiskLevel.LOW, "Tip-off");
        return orderVisit.order(order, Command.by(VERA));
    }

    private static final class KnownApplications implements ApplicationProjection {

        @Override
        public boolean keepApplication(String applicationId, long version, String state, @Nullable String company) {
            return true;
        }

        @Override
        public boolean keepCompletedAssessment(String applicationId, long version, CompletedAssessment assessment) {
            return true;
        }

        @Override
        public Optional<CompletedAssessment> completedAssessment(String applicationId) {
            return applicationId.equals("young")
                    ? Optional.empty()
                    : Optional.of(new CompletedAssessment(COMPANY, RiskLevel.LOW));
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return Optional.of("DENIED").filter(state -> applicationId.equals("denied"));
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return switch (applicationId) {
                case "unheard-of" -> Optional.empty();
                case "others" -> Optional.of(OTHER_COMPANY);
                default -> Optional.of(COMPANY);
            };
        }
    }

    private record KnownMemberships(Map<String, Member> all) implements MembershipProjection {

        @Override
        public boolean keep(String membershipId, long version, Member member) {
            return true;
        }

        @Override
        public Optional<Member> find(String membershipId) {
            return Optional.ofNullable(all.get(membershipId));
        }

        @Override
        public Optional<String> currentOf(String company) {
            return Optional.of("member");
        }

        @Override
        public long dueIn(int year) {
            return 0;
        }

        @Override
        public long toOpenIn(int year) {
            return 0;
        }
    }
}
