package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;

/** Reports, officers' steps and repetitions in every order: the same end. */
class ReviewInAnyOrderTest {

    /** Keeps the newest of each, as the stored ones do. */
    private static final class Reports {
        private Optional<AssessmentReport> assessment = Optional.empty();
        private final Map<String, VisitReport> visits = new HashMap<>();

        void keep(AssessmentReport report) {
            if (assessment.filter(kept -> kept.version() > report.version()).isEmpty()) {
                assessment = Optional.of(report);
            }
        }

        void keep(VisitReport report) {
            visits.merge(report.visitId(), report, (old, next) -> next.version() >= old.version() ? next : old);
        }

        ApplicationReports reports() {
            return new ApplicationReports(assessment, List.copyOf(visits.values()));
        }
    }

    /** An application and its reports, with every change stored and announced to itself. */
    private static final class Run {
        private final Reports reports = new Reports();
        private MembershipApplication application = anApplicationIn(COMPLETENESS_CHECK);

        void take(String step) {
            switch (step) {
                case "accepted" -> store(a -> a.accept(INTAKE, NOW));
                case "assessment begun" -> reports.keep(assessment(3, false));
                case "assessment completed" -> reports.keep(assessment(5, true));
                case "visit due" -> reports.keep(visit(1, false));
                case "visit closed" -> reports.keep(visit(8, true));
                default -> throw new IllegalArgumentException(step);
            }
            settle();
        }

        void vet() {
            store(a -> a.vet(Vetting.Outcome.CLEAR, "", INTAKE, NOW));
            settle();
        }

        private void settle() {
            long before;
            do {
                before = application.storedVersion();
                store(a -> a.follow(reports.reports(), PLATFORM, NOW));
            } while (application.storedVersion() > before);
        }

        private void store(java.util.function.Consumer<MembershipApplication> verb) {
            verb.accept(application);
            application = MembershipApplication.restore(
                    new Aggregate.Stored(application.id(), application.version(), application.seen()),
                    application.snapshot());
        }
    }

    @Test
    void endsTheSameWhateverTheOrderAndHoweverOftenThingsAreHeard() {
        var steps = List.of("accepted", "assessment begun", "assessment completed", "visit due", "visit closed");
        var ends = new ArrayList<MembershipApplication.Snapshot>();
        for (var order : permutations(steps)) {
            var run = new Run();
            order.forEach(run::take);
            order.stream().filter(step -> !step.equals("accepted")).forEach(run::take);
            run.vet();
            assertThat(run.application.state()).as("order %s", order).isEqualTo(DECISION);
            ends.add(run.application.snapshot());
        }
        assertThat(ends).hasSize(120);
        assertThat(Set.copyOf(ends)).hasSize(1);
        assertThat(ends.getFirst().review().findings()).isEqualTo(GOOD);
    }

    @Test
    void waitsForBothTracks() {
        var unvetted = new Run();
        List.of("accepted", "assessment completed", "visit closed").forEach(unvetted::take);
        assertThat(unvetted.application.state()).isEqualTo(IN_REVIEW);

        var unassessed = new Run();
        unassessed.take("accepted");
        unassessed.vet();
        unassessed.take("assessment begun");
        unassessed.take("visit closed");
        assertThat(unassessed.application.state()).isEqualTo(IN_REVIEW);
    }

    @Test
    void goesBackToReviewWhenTheAssessmentIsOpenedAgainBeforeTheVisit() {
        var run = new Run();
        run.take("accepted");
        run.vet();
        run.take("assessment completed");
        assertThat(run.application.state()).isEqualTo(VALIDATION_PENDING);
        run.reports.keep(assessment(6, false));
        run.settle();
        assertThat(run.application.state()).isEqualTo(IN_REVIEW);
        run.take("assessment completed");
        assertThat(run.application.state())
                .as("an old completion is no completion")
                .isEqualTo(IN_REVIEW);
        run.reports.keep(assessment(7, true));
        run.settle();
        assertThat(run.application.state()).isEqualTo(VALIDATION_PENDING);
    }

    @Test
    void anApprovalWhoseTermsAreNotSignedGoesBackToTheDecisionWhenTheAssessmentIsOpenedAgain() {
        var approved = anApplicationIn(APPROVED_PENDING_TERMS);
        approved.follow(reports(assessment(10, false), visit(9, true)), PLATFORM, NOW);
        var after = approved.snapshot();
        assertThat(after.state()).isEqualTo(DECISION);
        assertThat(after.terms()).isEqualTo(Terms.NONE);
        assertThat(after.timeline().stoppedAt()).isNull();
        assertThat(after.endsUnansweredAt()).isNull();
    }

    @Test
    void ignoresReportsOlderThanThoseItWasDecidedOn() {
        var seen = Map.of("assessment/" + ID, 5L);
        var application = MembershipApplication.restore(
                new Aggregate.Stored(ID, 9, seen), snapshot(VALIDATION_PENDING, reviewed(GOOD)));
        application.follow(reports(assessment(4, false)), PLATFORM, NOW);
        assertThat(application.change()).isEmpty();
    }

    @Test
    void isVettedAgainAfterItWasSentBack() {
        var decided = anApplicationIn(DECISION);
        decided.sendBack("one more look", ALL_WELL, APPROVER, NOW);
        assertThat(decided.snapshot().review().vetting()).isNull();
        assertThat(decided.snapshot().review().vettedBy()).contains("user:ivy");
    }

    private static List<List<String>> permutations(List<String> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : items) {
            var rest = new ArrayList<>(items);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var one = new ArrayList<String>();
                one.add(first);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
