package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;
import static org.trustedtrader.enrolment.company.LineOfBusiness.*;

import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.application.ApplicationLines.Verdict;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.refusal.Refusal;

/** Some lines of an application are denied, or given up, and the others go on. */
class LineDenialTest {

    @Test
    void aDeniedLineLeavesTheOthersToBeApproved() {
        var file = ofTwoLines(DECISION);
        file.intendToDeny(intent(IMPORTER), ALL_WELL, DEADLINES, PAULA, NOW);
        assertThat(verdict(file, IMPORTER)).isEqualTo(Verdict.INTENT_TO_DENY);
        assertThat(verdict(file, HIGHWAY_CARRIER)).isEqualTo(Verdict.PENDING);

        var heard = stored(file);
        heard.openInformalReview("we differ", OWNER, NOW);
        var denied = stored(heard);
        denied.deny(GROUNDS, ALL_WELL, WAITING, APPROVER, NOW);
        assertThat(denied.state()).isEqualTo(IN_REVIEW);
        assertThat(verdict(denied, IMPORTER)).isEqualTo(Verdict.DENIED);
        assertThat(denied.snapshot().lines().remaining()).containsExactly(HIGHWAY_CARRIER);
        assertThat(denied.snapshot().reapplication()).isNull();
        assertThat(denied.snapshot().timeline().standsStillFor()).isEmpty();

        var open = denied;
        while (open.state() != DECISION) {
            open = stored(open);
            open.follow(ALL_WELL, PLATFORM, NOW);
            assertThat(open.change()).isPresent();
        }
        var decided = stored(open);
        decided.approve(GROUNDS, ALL_WELL, OFFER, officer("petra", "approver"), NOW);
        assertThat(verdict(decided, HIGHWAY_CARRIER)).isEqualTo(Verdict.APPROVED);
        assertThat(verdict(decided, IMPORTER)).isEqualTo(Verdict.DENIED);
        assertThat(EarlierFile.of(decided).orElseThrow().outcome()).isEqualTo(EarlierFile.Outcome.LINES_DENIED);
    }

    @Test
    void whoDeniedALineDoesNotApproveTheOthersIfTheyProposedIt() {
        var file = ofTwoLines(INFORMAL_REVIEW);
        assertThat(broken(() -> file.deny(GROUNDS, ALL_WELL, WAITING, PAULA, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void silenceDeniesTheLinesThatTheIntentNamesAndNoOther() {
        var file = ofTwoLines(INTENT_TO_DENY);
        var late = file.snapshot().timeline().replyDueAt().plusSeconds(1);
        file.endUnanswered(WAITING, PLATFORM, late);
        assertThat(file.state()).isEqualTo(IN_REVIEW);
        var denial = file.snapshot().denials().latest().orElseThrow();
        assertThat(denial.outcome()).isEqualTo(Denial.Outcome.DENIED_UNANSWERED);
        assertThat(denial.reapplication().possibleOn()).isAfter(LocalDate.of(2027, 11, 22));
        assertThat(file.snapshot().open()).isTrue();
        assertThat(file.snapshot().timeline().replyDueAt()).isNull();
    }

    @Test
    void anIntentThatIsTakenBackLeavesEveryLine() {
        var file = ofTwoLines(INFORMAL_REVIEW);
        file.sendBack("a mistake", ALL_WELL, APPROVER, NOW);
        assertThat(file.snapshot().lines().remaining()).containsExactly(IMPORTER, HIGHWAY_CARRIER);
    }

    @Test
    void everyLineTogetherIsTheWholeApplication() {
        var file = ofTwoLines(DECISION);
        file.intendToDeny(intent(IMPORTER, HIGHWAY_CARRIER), ALL_WELL, DEADLINES, PAULA, NOW);
        assertThat(file.snapshot().denials().latest().orElseThrow().lines()).isEmpty();
        var rest = ofTwoLines(DECISION);
        rest.withdrawLines(Set.of(IMPORTER), "other plans", OWNER, NOW);
        var last = stored(rest);
        last.intendToDeny(intent(HIGHWAY_CARRIER), ALL_WELL, DEADLINES, PAULA, NOW);
        assertThat(last.snapshot().denials().latest().orElseThrow().lines()).isEmpty();
    }

    @Test
    void aLineThatIsNotAppliedForIsNeitherDeniedNorGivenUp() {
        assertThat(catchThrowableOfType(
                        Refusal.InvalidInput.class,
                        () -> ofTwoLines(DECISION).intendToDeny(intent(EXPORTER), ALL_WELL, DEADLINES, PAULA, NOW)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Refusal.InvalidInput.class,
                        () -> ofTwoLines(DECISION).withdrawLines(Set.of(EXPORTER), "no", OWNER, NOW)))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTENT_TO_DENY", "INFORMAL_REVIEW"})
    void theCompanyGivesUpALineInsteadOfWaitingForItsDenial(ApplicationState state) {
        var file = ofTwoLines(state);
        file.withdrawLines(Set.of(IMPORTER), "other plans", OWNER, NOW);
        assertThat(file.state()).isEqualTo(IN_REVIEW);
        assertThat(verdict(file, IMPORTER)).isEqualTo(Verdict.WITHDRAWN);
        assertThat(file.snapshot().denials().latest().orElseThrow().outcome()).isEqualTo(Denial.Outcome.WITHDRAWN);
        assertThat(EarlierFile.of(file)).isEmpty();
    }

    @Test
    void aPendingDenialLetsNoOtherLineBeGivenUpAndTheLastOneNever() {
        var pending = ofTwoLines(INTENT_TO_DENY);
        assertThat(catchThrowableOfType(
                        Refusal.InvalidInput.class,
                        () -> pending.withdrawLines(Set.of(HIGHWAY_CARRIER), "no", OWNER, NOW)))
                .isNotNull();
        assertThat(broken(() -> ofTwoLines(DECISION).withdrawLines(Set.of(HIGHWAY_CARRIER, IMPORTER), "no", OWNER, NOW))
                        .rule())
                .isEqualTo("last-line");
    }

    private static Denial.Proposal intent(LineOfBusiness... lines) {
        return new Denial.Proposal(GROUNDS, null, Set.of(lines));
    }

    private static Verdict verdict(MembershipApplication file, LineOfBusiness line) {
        return file.snapshot().lines().verdict(line, file.state());
    }

    private static Refusal.RuleBroken broken(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.RuleBroken.class, call);
    }
}
