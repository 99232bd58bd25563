package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MakeInitialVisitDueTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final InMemoryVisits visits = new InMemoryVisits();
    private List<Site> sites =
            List.of(site("office", "OFFICE"), site("dock", "CROSS_DOCK"), site("plant", "PRODUCTION"));

    @Test
    void noVisitIsMadeForAnApplicationThatHasEnded() {
        following("WITHDRAWN", "WITHDRAWN");
        assertThat(visits.find("initial-" + APPLICATION)).isEmpty();
    }

    @Test
    void anEndThatBecomesKnownMeanwhileStillCancelsTheVisits() {
        following("", "WITHDRAWN");
        assertThat(visits.ofFile(APPLICATION))
                .hasSize(3)
                .extracting(Visit::state)
                .containsOnly(VisitState.CANCELLED);
    }

    @Test
    void everySiteOfASmallCompanyIsVisitedTheRiskiestByTheFirstVisit() {
        following("", "");
        assertThat(visits.ofFile(APPLICATION))
                .extracting(Visit::id)
                .containsExactly(
                        "initial-" + APPLICATION,
                        "initial-" + APPLICATION + "-office",
                        "initial-" + APPLICATION + "-plant");
        assertThat(visits.ofFile(APPLICATION)).allSatisfy(visit -> {
            assertThat(visit.state()).isEqualTo(VisitState.DUE);
            assertThat(visit.snapshot().required().ids()).containsExactly("dock", "office", "plant");
        });
        var first = visits.find("initial-" + APPLICATION).orElseThrow().snapshot();
        assertThat(first.siteId()).contains("dock");
        assertThat(first.origin().requirement())
                .isEqualTo(new Requirement(
                        Requirement.Cause.EVERY_SITE,
                        4,
                        List.of(new Requirement.Reason(Requirement.Reason.Kind.FUNCTION, "CROSS_DOCK", 4))));
    }

    @Test
    void theChoiceStaysWhenTheAssessmentIsCompletedAgain() {
        following("", "");
        sites = List.of(site("dock", "CROSS_DOCK"), site("harbour", "TERMINAL"));
        following("", "");
        assertThat(visits.ofFile(APPLICATION)).hasSize(3);
    }

    @Test
    void aChoiceThatWasCutShortIsCompleted() {
        following("", "");
        var cutShort = new InMemoryVisits();
        cutShort.keep(visits.find("initial-" + APPLICATION).orElseThrow());
        due(cutShort, new ArrayDeque<>(List.of("", ""))).afterAssessment(APPLICATION);
        assertThat(cutShort.ofFile(APPLICATION)).hasSize(3);
    }

    @Test
    void aCompanyWithoutASiteOnRecordStillGetsItsVisit() {
        sites = List.of();
        following("", "");
        var visit = visits.find("initial-" + APPLICATION).orElseThrow().snapshot();
        assertThat(visit.siteId()).isEmpty();
        assertThat(visit.origin().requirement()).isEqualTo(Requirement.of(Requirement.Cause.NO_SITE_ON_RECORD));
    }

    @Test
    void aVisitOfAVersionThatChoseNoSitesStaysAlone() {
        visits.keep(in(VisitState.DUE));
        following("", "");
        assertThat(visits.ofFile(APPLICATION)).hasSize(1);
    }

    /** @param endings what is known of the application's end, each time it is asked for */
    private void following(String... endings) {
        due(visits, new ArrayDeque<>(List.of(endings))).afterAssessment(APPLICATION);
    }

    private MakeInitialVisitDue due(Visits all, Deque<String> endings) {
        return new MakeInitialVisitDue(
                all,
                new ScriptedFiles(endings),
                company -> RequiredSitePolicy.DEFAULT.choose(ChooseSite.ranked(sites)),
                new EndVisits(all, CLOCK),
                CLOCK);
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

    private record ScriptedFiles(Deque<String> endings) implements ApplicationProjection {

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
            return Optional.of(new CompletedAssessment(COMPANY, RiskLevel.LOW));
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return Optional.of(endings.removeFirst()).filter(state -> !state.isEmpty());
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return Optional.of(COMPANY);
        }
    }
}
