package org.trustedtrader.enrolment.annualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.annualreview.AnnualReview.State.*;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Affirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.CriterionStatement;
import org.trustedtrader.enrolment.annualreview.AnnualReview.RecordList;
import org.trustedtrader.enrolment.annualreview.AnnualReview.ReturnedItem;
import org.trustedtrader.enrolment.annualreview.AnnualReview.State;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Statement;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

class AnnualReviewTest {

    private static final Instant NOW = Instant.parse("2027-10-20T16:00:00Z");
    private static final List<ReturnedItem> ITEMS = List.of(new ReturnedItem("c1", "The log is missing."));

    /** A command, the states in which it is possible, and the state that it leads to; null if it leaves the state. */
    private record Row(
            String name, Set<State> possible, @Nullable State next, Consumer<AnnualReview> command) {}

    private static final List<Row> TABLE = List.of(
            new Row("affirm", EnumSet.of(OPEN, RETURNED), null, r -> affirm(r, "c1", Statement.AFFIRMED, null)),
            new Row(
                    "confirm",
                    EnumSet.of(OPEN, RETURNED),
                    null,
                    r -> r.confirm(RecordList.SITES, "7", "7", OWNER, NOW)),
            new Row("submit", EnumSet.of(OPEN, RETURNED), SUBMITTED, r -> r.submit(checklist(r), RULES, OWNER, NOW)),
            new Row("accept", EnumSet.of(SUBMITTED), ACCEPTED, r -> r.accept(false, "", ASSESSOR, NOW)),
            new Row("return", EnumSet.of(SUBMITTED), RETURNED, r -> r.giveBack(ITEMS, RULES, ASSESSOR, NOW)));

    @TestFactory
    Stream<DynamicTest> everyCommandInEveryState() {
        return TABLE.stream()
                .flatMap(row -> Stream.of(State.values())
                        .map(state -> DynamicTest.dynamicTest(row.name() + " in " + state, () -> check(row, state))));
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("An annual review");
        assertThat(documented.states())
                .containsExactlyInAnyOrder(
                        Stream.of(State.values()).map(Enum::name).toArray(String[]::new));
        var commands = Map.of(
                "affirm", "affirmations",
                "confirm", "confirmations",
                "submit", "submission",
                "accept", "acceptance",
                "return", "return");
        TABLE.forEach(row -> assertThat(documented.possible(commands.get(row.name())))
                .as(row.name())
                .containsExactlyInAnyOrder(
                        row.possible().stream().map(Enum::name).toArray(String[]::new)));
    }

    private static void check(Row row, State state) {
        var review = aReviewIn(state);
        if (row.possible().contains(state)) {
            row.command().accept(review);
            assertThat(review.state()).isEqualTo(row.next() == null ? state : row.next());
            assertThat(review.change()).isPresent();
        } else {
            assertThatThrownBy(() -> row.command().accept(review)).isInstanceOf(Refusal.WrongState.class);
            assertThat(review.change()).isEmpty();
        }
    }

    @Test
    void endsWithTheMembershipUnlessItIsOver() {
        for (var state : State.values()) {
            var review = aReviewIn(state);
            review.close("the membership ended", PLATFORM, NOW);
            assertThat(review.state()).isEqualTo(state.pending() ? VOID : state);
        }
    }

    @Test
    void isDueOnTheAnniversaryButLeavesTheCompanyItsDays() {
        assertThat(opened("2027-08-25T04:00:00Z").snapshot().dueOn()).isEqualTo(ANNIVERSARY);
        assertThat(opened("2027-11-20T16:00:00Z").snapshot().dueOn()).isEqualTo("2027-12-20");
    }

    @Test
    void isCoveredByARevalidation() {
        var review = AnnualReview.coveredByRevalidation(SUBJECT, RULES, PLATFORM, NOW);
        assertThat(review.state()).isEqualTo(VOID);
        assertThat(review.change().orElseThrow().reason()).contains("revalidation");
    }

    @Test
    void takesAllStatementsOrNone() {
        var review = aReviewIn(OPEN);
        var before = review.snapshot();
        var refused = catchThrowableOfType(
                Refusal.InvalidInput.class,
                () -> review.affirm(
                        List.of(
                                statement("c1", Statement.AFFIRMED, null),
                                statement("c1", Statement.AFFIRMED, null),
                                statement("c9", Statement.AFFIRMED, null),
                                statement("c2", Statement.CHANGED, null)),
                        PROFILE,
                        OWNER,
                        NOW));
        assertThat(refused.violations())
                .extracting(Refusal.Violation::field)
                .containsExactly("affirmations[1].criterion", "affirmations[2].criterion", "affirmations[3].criterion");
        assertThat(review.snapshot()).isEqualTo(before);
        assertThatThrownBy(() -> affirm(review, "c1", Statement.AFFIRMED, "but with a note"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void remembersWhichAnswerAStatementIsAbout() {
        var review = aReviewIn(OPEN);
        affirm(review, "c2", Statement.CHANGED, "We seal by another method.");
        assertThat(review.snapshot().affirmations())
                .contains(new Affirmation(
                        "c2", Statement.CHANGED, 4, "We seal by another method.", OWNER.id(), NOW, null))
                .hasSize(2);
        assertThat(review.snapshot().changed()).containsExactly("c2");
    }

    @Test
    void refusesToConfirmARecordThatMoved() {
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> aReviewIn(OPEN).confirm(RecordList.CONTACTS, "6", "7", OWNER, NOW));
        assertThat(refused.rule()).isEqualTo("record-moved");
    }

    @Test
    void aSubmissionWithAChangeNotesItAndGivesTimeToAnswerAnew() {
        var review = aReviewIn(OPEN, true);
        review.submit(checklist(review), RULES, OWNER, Instant.parse("2027-11-23T16:00:00Z"));
        assertThat(review.snapshot().changesStatedAt()).isEqualTo("2027-11-23T16:00:00Z");
        assertThat(review.snapshot().dueOn()).isEqualTo("2027-12-23");
        var unchanged = aReviewIn(OPEN);
        unchanged.submit(checklist(unchanged), RULES, OWNER, NOW);
        assertThat(unchanged.snapshot().changesStatedAt()).isNull();
        assertThat(unchanged.snapshot().dueOn()).isEqualTo(ANNIVERSARY);
    }

    @Test
    void isNotAcceptedBeforeStatedChangesAreAssessed() {
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> aReviewIn(SUBMITTED, true).accept(false, "", ASSESSOR, NOW));
        assertThat(refused.rule()).isEqualTo("changes-not-assessed");
        var review = aReviewIn(SUBMITTED, true);
        review.accept(true, "", ASSESSOR, NOW);
        assertThat(review.state()).isEqualTo(ACCEPTED);
    }

    @Test
    void anOfficerOfTheCompanyDoesNotJudgeItsReview() {
        var own = new Actor("user:adam", Set.of("assessor"), Optional.of(COMPANY));
        for (Consumer<AnnualReview> command : List.<Consumer<AnnualReview>>of(
                r -> r.accept(false, "", own, NOW), r -> r.giveBack(ITEMS, RULES, own, NOW))) {
            var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> command.accept(aReviewIn(SUBMITTED)));
            assertThat(refused.rule()).isEqualTo("decided-by-someone-else");
        }
    }

    @Test
    void aReturnTakesTheItemsBackAndTheStatedChangesToo() {
        var review = aReviewIn(SUBMITTED, true);
        review.giveBack(
                List.of(new ReturnedItem("c1", "The log is missing."), new ReturnedItem("SITES", "One is closed.")),
                RULES,
                ASSESSOR,
                NOW);
        assertThat(review.snapshot().affirmations()).isEmpty();
        assertThat(review.snapshot().confirmations())
                .extracting(AnnualReview.Confirmation::list)
                .containsExactly(RecordList.CONTACTS, RecordList.PARTNERS);
        assertThat(review.snapshot().returned()).hasSize(2);
        assertThat(review.snapshot().changesStatedAt())
                .as("the assessment stays open for it")
                .isNotNull();
    }

    @Test
    void aReturnNamesItemsOfTheReviewOnceEach() {
        for (var items : List.of(
                List.of(new ReturnedItem("c9", "unknown")),
                List.of(new ReturnedItem("c1", "once"), new ReturnedItem("c1", "twice")))) {
            assertThatThrownBy(() -> aReviewIn(SUBMITTED).giveBack(items, RULES, ASSESSOR, NOW))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
    }

    @Test
    void theProgrammesDelayTakesNoDayFromWhoeverSubmittedInTime() {
        var late = Instant.parse("2028-03-01T17:00:00Z");
        var inTime = aReviewIn(SUBMITTED);
        inTime.giveBack(ITEMS, RULES, ASSESSOR, late);
        assertThat(inTime.snapshot().dueOn()).isEqualTo("2028-03-31");

        var review = aReviewIn(OPEN);
        review.submit(checklist(review), RULES, OWNER, Instant.parse("2027-11-24T17:00:00Z"));
        var submittedLate = stored(review);
        submittedLate.giveBack(ITEMS, RULES, ASSESSOR, late);
        assertThat(submittedLate.snapshot().dueOn()).isEqualTo(ANNIVERSARY);
    }

    @Test
    void isSeenByItsCompanyAndByOfficers() {
        var stranger = new Actor("user:mallory", Set.of("account-owner"), Optional.of("987654324"));
        assertThat(aReviewIn(OPEN).visibleTo(OWNER)).isTrue();
        assertThat(aReviewIn(OPEN).visibleTo(ASSESSOR)).isTrue();
        assertThat(aReviewIn(OPEN).visibleTo(stranger)).isFalse();
    }

    private static AnnualReview opened(String at) {
        return AnnualReview.open(SUBJECT, RULES, PLATFORM, Instant.parse(at));
    }

    private static void affirm(AnnualReview review, String criterion, Statement statement, @Nullable String note) {
        review.affirm(List.of(statement(criterion, statement, note)), PROFILE, OWNER, NOW);
    }

    private static CriterionStatement statement(String criterion, Statement statement, @Nullable String note) {
        return new CriterionStatement(criterion, statement, note, null);
    }
}
