package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.Duties.officer;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.enrolment.Duties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** Every decision on an application, and everybody who took part in the file. */
class ApplicationDutiesTest {

    private static final Map<String, Actor> WORKED = Map.of(
            "checked it at intake", officer("olivia", "approver"),
            "vetted", officer("ivy", "approver"),
            "assessed", officer("adam", "approver"),
            "validated", officer("vera", "approver"),
            "proposed the consideration", officer("oscar", "approver"),
            "granted the consideration", officer("gina", "approver"));
    private static final Map<String, Actor> DENIES = Map.of("issued the intent", PAULA);

    @TestFactory
    Stream<DynamicTest> everyDecision() {
        return Stream.of(
                        row(
                                "an approval",
                                Map.of(),
                                WORKED,
                                () -> file(DECISION),
                                (a, who) -> a.approve(GROUNDS, ALL_WELL, OFFER, who, NOW)),
                        row(
                                "an intent to deny",
                                Map.of(),
                                WORKED,
                                () -> file(DECISION),
                                (a, who) -> a.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, who, NOW)),
                        row(
                                "a denial",
                                DENIES,
                                WORKED,
                                () -> file(INFORMAL_REVIEW),
                                (a, who) -> a.deny(GROUNDS, ALL_WELL, WAITING, who, NOW)),
                        row(
                                "an informal review",
                                DENIES,
                                WORKED,
                                () -> file(INFORMAL_REVIEW),
                                (a, who) -> a.sendBack("look again", ALL_WELL, who, NOW)),
                        clearance(),
                        consideration())
                .flatMap(Duties::tests);
    }

    @Test
    void aHighRiskNeedsAnAgreedPlanAndTheProposalOfAnotherApprover() {
        var alone = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> file(DECISION).approve(GROUNDS, HIGH_RISK, OFFER, APPROVER, NOW));
        assertThat(alone.rule()).isEqualTo("proposal-needed");
        var unplanned = catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> proposedOfHighRisk().approve(GROUNDS, highRisk(false), OFFER, APPROVER, NOW));
        assertThat(unplanned.rule()).isEqualTo("approval-refused");
        assertThat(unplanned.violations().getFirst().field()).isEqualTo("ActionPlanAgreed");
        var approved = proposedOfHighRisk();
        approved.approve(GROUNDS, HIGH_RISK, OFFER, APPROVER, NOW);
        assertThat(approved.state()).isEqualTo(APPROVED_PENDING_TERMS);
        assertThat(approved.snapshot().proposals().approval()).isNull();
    }

    private static final ApplicationReports HIGH_RISK = highRisk(true);

    private static ApplicationReports highRisk(boolean planAgreed) {
        var well = assessment(9, true);
        var high = new AssessmentReport(
                9,
                true,
                true,
                AssessmentReport.RiskRating.HIGH,
                0,
                well.assessors(),
                well.answered(),
                well.total(),
                well.turn(),
                planAgreed);
        return reports(high, visit(9, true));
    }

    private static MembershipApplication proposedOfHighRisk() {
        var file = file(DECISION);
        file.proposeApproval(GROUNDS, HIGH_RISK, PAULA, NOW);
        return stored(file);
    }

    private static Duties row(
            String decision,
            Map<String, Actor> proposers,
            Map<String, Actor> others,
            Supplier<MembershipApplication> file,
            BiConsumer<MembershipApplication, Actor> decide) {
        return Duties.of(decision, proposers, others, who -> decide.accept(file.get(), who), who -> {
            var named = file.get();
            name(named, Proposals.Matter.DECISION, who);
            decide.accept(stored(named), who);
        });
    }

    private static Duties clearance() {
        Supplier<MembershipApplication> file =
                () -> with(DECISION, reviewed(GOOD).vetted(new Vetting(Vetting.Outcome.CONCERNS, "user:ivy")));
        BiConsumer<MembershipApplication, Actor> clear = (a, who) -> a.vet(Vetting.Outcome.CLEAR, "", who, NOW);
        return new Duties(
                "the clearance of a concern",
                "cleared-by-someone-else",
                Map.of("raised it", officer("ivy", "intake-officer")),
                Map.of("decides on applications", APPROVER),
                who -> clear.accept(file.get(), who.id().equals("user:zoe") ? officer("zoe", "assessor") : who),
                who -> {
                    var named = file.get();
                    name(named, Proposals.Matter.CLEARANCE, who);
                    clear.accept(stored(named), who);
                });
    }

    private static Duties consideration() {
        Supplier<MembershipApplication> file =
                () -> proposed(with(RETURNED_INCOMPLETE, Review.NONE.handledAtIntakeBy("user:ivan")), CONSIDERATION);
        return Duties.of(
                "a special consideration",
                Map.of("proposed it", INTAKE),
                Map.of("checked the application", officer("ivan", "approver")),
                who -> file.get().grant(CONSIDERATION, who, NOW),
                who -> {
                    var named = file.get();
                    name(named, Proposals.Matter.SPECIAL_CONSIDERATION, who);
                    stored(named).grant(CONSIDERATION, who, NOW);
                });
    }

    private static void name(MembershipApplication file, Proposals.Matter matter, Actor who) {
        file.nameDecider(
                matter, new NamedDecider(who.id(), "no other officer is left", MANAGER.id()), ALL_WELL, MANAGER, NOW);
    }

    /** With a granted consideration and, where a denial is pending, Paula's intent. */
    private static MembershipApplication file(ApplicationState state) {
        var s = anApplicationIn(state).snapshot();
        var granted = new SpecialConsideration(
                CONSIDERATION.section(), "user:gina", "pilot", CONSIDERATION.expiresOn(), "user:oscar");
        return MembershipApplication.restore(
                new org.trustedtrader.platform.aggregate.Aggregate.Stored(ID, 7, new HashMap<>()),
                new MembershipApplication.Snapshot(
                        s.company(),
                        state,
                        s.declarations(),
                        new Considerations(List.of(granted)),
                        s.timeline(),
                        s.review(),
                        s.terms(),
                        false,
                        s.denials(),
                        null,
                        List.of(),
                        null,
                        Proposals.NONE,
                        Set.of()));
    }
}
