package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.validation.visit.VisitFixtures.APPLICATION;
import static org.trustedtrader.validation.visit.VisitFixtures.COMPANY;
import static org.trustedtrader.validation.visit.VisitFixtures.MORGAN;
import static org.trustedtrader.validation.visit.VisitFixtures.NOW;
import static org.trustedtrader.validation.visit.VisitFixtures.SELF;
import static org.trustedtrader.validation.visit.VisitFixtures.VERA;
import static org.trustedtrader.validation.visit.VisitFixtures.WINDSOR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.MembershipProjection.Member;

class MakeRevalidationVisitsDueTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DUE = LocalDate.of(2027, 11, 20);
    private static final String FIRST = "revalidation-" + APPLICATION + "-" + NOW.toEpochMilli();

    private final InMemoryVisits visits = new InMemoryVisits();
    private List<Site> sites =
            List.of(site("office", "OFFICE"), site("dock", "CROSS_DOCK"), site("plant", "PRODUCTION"));

    @Test
    void eachChosenSiteIsDueAheadOfTheMembershipAndSaysWhy() {
        follow(open(NOW));
        follow(open(NOW));
        assertThat(visits.ofFile(APPLICATION))
                .extracting(Visit::id)
                .containsExactly(FIRST + "-dock", FIRST + "-office", FIRST + "-plant");
        assertThat(visits.ofFile(APPLICATION)).allSatisfy(visit -> {
            var snapshot = visit.snapshot();
            assertThat(snapshot.origin().type()).isEqualTo(Visit.Type.REVALIDATION);
            assertThat(snapshot.origin().membershipId()).isEqualTo(APPLICATION);
            assertThat(snapshot.dueOn()).isEqualTo(DUE.minusDays(120));
            assertThat(snapshot.required().ids()).containsExactly("dock", "office", "plant");
            assertThat(snapshot.origin().requirement()).isNotNull();
            assertThat(snapshot.risk()).isEqualTo(RiskLevel.UNRATED);
            assertThat(visit.version()).isEqualTo(1);
        });
    }

    @Test
    void theChoiceStaysAndWhatWasCutShortIsCompleted() {
        follow(open(NOW));
        var cutShort = new InMemoryVisits();
        cutShort.keep(visits.find(FIRST + "-dock").orElseThrow());
        sites = List.of(
                site("dock", "CROSS_DOCK"),
                site("harbour", "TERMINAL"),
                site("office", "OFFICE"),
                site("plant", "PRODUCTION"));
        due(cutShort, open(NOW)).follow(APPLICATION);
        assertThat(cutShort.ofFile(APPLICATION))
                .extracting(visit -> visit.snapshot().siteId().orElse(""))
                .containsExactly("dock", "office", "plant");
    }

    @Test
    void anOpenVisitThatAnOfficerOrderedServesItsSite() {
        visits.keep(ordered("v-1", "office", null));
        follow(open(NOW));
        assertThat(visits.ofFile(APPLICATION))
                .extracting(Visit::id)
                .containsExactly(FIRST + "-dock", FIRST + "-plant", "v-1");
        var adopted = visits.find("v-1").orElseThrow().snapshot();
        assertThat(adopted.required().ids()).containsExactly("dock", "office", "plant");
        assertThat(adopted.dueOn()).isEqualTo(DUE.minusDays(120));
    }

    @Test
    void oneThatWasClosedBeforeTheOpeningServesNothing() {
        visits.keep(ordered("v-1", "office", NOW.minusSeconds(1)));
        visits.keep(ordered("v-2", "dock", NOW.plusSeconds(1)));
        follow(open(NOW));
        assertThat(visits.openOf(COMPANY))
                .extracting(visit -> visit.snapshot().siteId().orElse(""))
                .containsExactly("office", "plant");
    }

    @Test
    void aCompanyWithoutASiteOnRecordStillGetsItsVisit() {
        sites = List.of();
        follow(open(NOW));
        follow(open(NOW));
        assertThat(visits.ofFile(APPLICATION)).extracting(Visit::id).containsExactly(FIRST);
    }

    @Test
    void theNextRevalidationChoosesAnew() {
        follow(open(NOW));
        follow(member("ACTIVE", null));
        assertThat(visits.openOf(COMPANY)).isEmpty();
        sites = List.of(site("dock", "CROSS_DOCK"));
        follow(open(NOW.plusSeconds(60)));
        assertThat(visits.openOf(COMPANY))
                .extracting(visit -> visit.snapshot().required().ids())
                .containsExactly(List.of("dock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "APPEAL_PENDING"})
    void aCancellationThatMayBeAppealedEndsTheRevalidationButNoVisitThatHasBegunOrWasOrdered(String state) {
        follow(open(NOW));
        visits.keep(begun("begun"));
        visits.keep(ordered("ordered", "harbour", null));
        follow(member(state, null));
        assertThat(visits.openOf(COMPANY)).extracting(Visit::id).containsExactly("begun", "ordered");
        follow(member("CANCELLED_FINAL", null));
        assertThat(visits.openOf(COMPANY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "CANCELLED_FINAL"})
    void anEndThatBecomesKnownMeanwhileStillCancelsTheVisits(String state) {
        follow(open(NOW), member(state, null));
        assertThat(visits.ofFile(APPLICATION))
                .hasSize(3)
                .extracting(Visit::state)
                .containsOnly(VisitState.CANCELLED);
    }

    @Test
    void aRequiredVisitIsCancelledWithTheRevalidationUnlessItsSiteIsGone() {
        follow(open(NOW));
        var office = visits.find(FIRST + "-office").orElseThrow();
        for (var officer : List.of(VERA, MORGAN)) {
            var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> office.cancel("No time", officer, NOW));
            assertThat(refused.rule()).isEqualTo("visit-follows-revalidation");
        }
        office.noteSites(Set.of("dock", "plant"), SELF, NOW);
        var gone = visits.keep(office);
        gone.cancel("Sold", VERA, NOW);
        visits.keep(gone);
        new KeepRequiredSites(visits, CLOCK)
                .siteDropped(visits.find(FIRST + "-office").orElseThrow().snapshot(), "office");
        follow(open(NOW));
        assertThat(visits.openOf(COMPANY))
                .extracting(visit -> visit.snapshot().required().ids())
                .containsExactly(List.of("dock", "plant"), List.of("dock", "plant"));
    }

    /** @param states of the membership, each time it is asked for; the last one stays */
    private void follow(Member... states) {
        due(visits, states).follow(APPLICATION);
    }

    private MakeRevalidationVisitsDue due(Visits all, Member... states) {
        var files = new OrderVisit.Files(
                new NoApplications(), new ScriptedMember(new ArrayDeque<>(List.of(states))), new EndVisits(all, CLOCK));
        return new MakeRevalidationVisitsDue(
                all,
                files,
                company -> RequiredSitePolicy.DEFAULT.choose(ChooseSite.ranked(sites)),
                new MakeRevalidationVisitsDue.DueDates(new InMemoryDuties(), 120),
                CLOCK);
    }

    private static Member open(Instant at) {
        return member("ACTIVE", at);
    }

    private static Member member(String state, @Nullable Instant openedAt) {
        return new Member(COMPANY, state, DUE, openedAt);
    }

    private static Visit ordered(String id, String site, @Nullable Instant closedAt) {
        var origin = new VisitOrigin(
                Visit.Type.REVALIDATION,
                COMPANY,
                null,
                NOW.minus(Duration.ofDays(9)),
                "A tip",
                APPLICATION,
                site,
                Requirement.of(Requirement.Cause.ORDERED),
                null);
        var open = Visit.due(id, origin, RiskLevel.LOW, RequiredSites.NONE, VERA);
        return closedAt == null ? open : closed(open, closedAt);
    }

    private static Visit closed(Visit open, Instant at) {
        var s = open.snapshot();
        return Visit.restore(
                new Aggregate.Stored(open.id(), 1, Map.of()),
                new VisitSnapshot(
                        VisitState.CLOSED,
                        s.origin(),
                        s.risk(),
                        s.schedule(),
                        s.findings(),
                        s.fieldwork(),
                        s.report(),
                        Visit.Outcome.SATISFACTORY,
                        at,
                        s.requiredSites(),
                        s.deviations(),
                        s.dueOn()));
    }

    private static Visit begun(String id) {
        var begun = VisitFixtures.ofRevalidation(VisitState.IN_PROGRESS);
        return Visit.restore(new Aggregate.Stored(id, 5, Map.of()), begun.snapshot());
    }

    private static Site site(String id, String function) {
        return new Site(
                id,
                id,
                List.of(function),
                "1 St",
                "City",
                "ON",
                "",
                "CA",
                WINDSOR.zone(),
                10,
                OpeningHours.OFFICE_HOURS);
    }

    private record ScriptedMember(Deque<Member> states) implements MembershipProjection {

        @Override
        public boolean keep(String membershipId, long version, Member member) {
            return true;
        }

        @Override
        public Optional<Member> find(String membershipId) {
            return Optional.of(states.size() > 1 ? states.removeFirst() : states.getFirst());
        }

        @Override
        public Optional<String> currentOf(String company) {
            return Optional.empty();
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

    private static final class NoApplications implements ApplicationProjection {

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
            return Optional.empty();
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return Optional.empty();
        }
    }
}
