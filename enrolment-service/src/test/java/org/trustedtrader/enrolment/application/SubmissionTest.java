package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

class SubmissionTest {

    private static final CompanyFacts BARE =
            new CompanyFacts(Set.of(LineOfBusiness.HIGHWAY_CARRIER), false, false, false, false);

    @Test
    void listsEverySectionThatIsMissing() {
        var draft = draft(Declarations.none(Set.of(LineOfBusiness.HIGHWAY_CARRIER)));
        var refused = refusal(draft, BARE);
        assertThat(refused.rule()).isEqualTo("application-incomplete");
        assertThat(refused.violations().stream().map(Violation::field))
                .containsExactly(
                        "company.sites",
                        "company.contacts",
                        "company.carrierCode",
                        "facilities",
                        "trade",
                        "solvency",
                        "convicted",
                        "significantContraventions",
                        "registeredWithCarm",
                        "statementOfSupport");
        assertThat(draft.change()).isEmpty();
    }

    @Test
    void asksAnImporterForATradeAccountAndNotForACarrierCode() {
        var importer = draft(with(complete(), Set.of(LineOfBusiness.IMPORTER)));
        var facts = new CompanyFacts(Set.of(LineOfBusiness.IMPORTER), true, true, false, false);
        assertThat(refusal(importer, facts).violations().stream().map(Violation::field))
                .containsExactly("company.programmeAccounts");
    }

    @Test
    void refusesALineOfBusinessThatTheCompanyDoesNotHave() {
        var broker = draft(with(complete(), Set.of(LineOfBusiness.CUSTOMS_BROKER)));
        assertThat(refusal(broker, FACTS).violations().stream().map(Violation::field))
                .containsExactly("linesOfBusiness");
    }

    @Test
    void saysWhyACompanyIsNotEligible() {
        var c = complete();
        var convicted = draft(new Declarations(
                c.linesOfBusiness(),
                new Declarations.Facilities(false, true),
                c.trade(),
                new Declarations.Solvency(true, false),
                true,
                true,
                false,
                c.statementOfSupport()));
        var refused = refusal(convicted, FACTS);
        assertThat(refused.rule()).isEqualTo("not-eligible");
        assertThat(refused.violations().stream().map(Violation::field))
                .containsExactly(
                        "facilities", "solvency", "convicted", "significantContraventions", "registeredWithCarm");
    }

    @Test
    void takesTwelveMonthsOfTradeToTheDayAndNotADayLess() {
        draft(trading(LocalDate.of(2025, 11, 23), LocalDate.of(2026, 11, 1))).submit(FACTS, THRESHOLDS, OWNER, NOW);
        assertThat(refusal(draft(trading(LocalDate.of(2025, 11, 24), LocalDate.of(2026, 11, 1))), FACTS)
                        .rule())
                .isEqualTo("not-eligible");
    }

    @Test
    void takesAMovementNinetyDaysAgoAndNotADayEarlierNorOneInTheFuture() {
        draft(trading(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 8, 25))).submit(FACTS, THRESHOLDS, OWNER, NOW);
        assertThat(refusal(draft(trading(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 8, 24))), FACTS)
                        .rule())
                .isEqualTo("not-eligible");
        assertThat(refusal(draft(trading(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 11, 24))), FACTS)
                        .rule())
                .isEqualTo("not-eligible");
    }

    @Test
    void letsASpecialConsiderationCoverARuleUntilItsLastDay() {
        var lastDay = LocalDate.of(2026, 11, 23);
        exempted(lastDay).submit(FACTS, THRESHOLDS, OWNER, NOW);
        var expired = exempted(lastDay.minusDays(1));
        assertThatThrownBy(() -> expired.submit(FACTS, THRESHOLDS, OWNER, NOW)).isInstanceOf(Refusal.RuleBroken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2999-12-31, not-eligible",
        "2026-11-24, not-eligible",
        "2026-11-23, ''",
        "2025-11-23, ''",
        "2025-11-22, not-eligible",
        "0001-01-01, not-eligible"
    })
    void aStatementOfSupportIsSignedWithinTheTwelveMonthsBefore(LocalDate signedOn, String refusal) {
        var c = complete();
        var draft = draft(new Declarations(
                c.linesOfBusiness(),
                c.facilities(),
                c.trade(),
                c.solvency(),
                c.convicted(),
                c.significantContraventions(),
                c.registeredWithCarm(),
                new Declarations.StatementOfSupport(signedOn, "President")));
        if (refusal.isEmpty()) {
            draft.submit(FACTS, THRESHOLDS, OWNER, NOW);
        } else {
            var refused = refusal(draft, FACTS);
            assertThat(refused.rule()).isEqualTo(refusal);
            assertThat(refused.violations().stream().map(Violation::field)).containsExactly("statementOfSupport");
        }
    }

    @Test
    void noCompanyHasTradedSinceTheMiddleAges() {
        assertThat(refusal(draft(trading(LocalDate.of(1215, 6, 15), LocalDate.of(2026, 11, 1))), FACTS)
                        .rule())
                .isEqualTo("not-eligible");
    }

    @Test
    void todayIsTheProgrammesDayAndNotThatOfGreenwich() {
        var lateInOttawa = Instant.parse("2026-11-24T03:00:00Z");
        var tomorrow = draft(trading(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 11, 24)));
        assertThatThrownBy(() -> tomorrow.submit(FACTS, THRESHOLDS, OWNER, lateInOttawa))
                .isInstanceOf(Refusal.RuleBroken.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22", "2031-11-24", "2999-12-31"})
    void aSpecialConsiderationHoldsFromTodayForFiveYearsAtMost(LocalDate until) {
        var consideration = new SpecialConsideration(Section.TRADE_HISTORY, "user:paul", "pilot", until, null);
        var draft = draft(complete());
        assertThatThrownBy(() -> draft.grant(consideration, APPROVER, NOW)).isInstanceOf(Refusal.InvalidInput.class);
    }

    private static MembershipApplication exempted(LocalDate until) {
        var young = draft(trading(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 11, 1)));
        var granted = NOW.minus(Duration.ofDays(30));
        var consideration = new SpecialConsideration(Section.TRADE_HISTORY, "user:paul", "pilot", until, null);
        var proposed = new Proposals.Consideration(Section.TRADE_HISTORY, INTAKE.id(), "pilot", until);
        young.propose(proposed, INTAKE, granted);
        var waiting = stored(young);
        waiting.grant(consideration, APPROVER, granted);
        return stored(waiting);
    }

    private static Refusal.RuleBroken refusal(MembershipApplication application, CompanyFacts facts) {
        return catchThrowableOfType(Refusal.RuleBroken.class, () -> application.submit(facts, THRESHOLDS, OWNER, NOW));
    }

    private static MembershipApplication draft(Declarations declarations) {
        var stored = new org.trustedtrader.platform.aggregate.Aggregate.Stored(ID, 1, java.util.Map.of());
        var drafted = MembershipApplication.draft(ID, COMPANY, List.of(), declarations, OWNER, NOW);
        return MembershipApplication.restore(stored, drafted.snapshot());
    }

    private static Declarations trading(LocalDate since, LocalDate lastMovement) {
        var c = complete();
        return new Declarations(
                c.linesOfBusiness(),
                c.facilities(),
                new Declarations.TradeHistory(since, lastMovement),
                c.solvency(),
                c.convicted(),
                c.significantContraventions(),
                c.registeredWithCarm(),
                c.statementOfSupport());
    }

    private static Declarations with(Declarations c, Set<LineOfBusiness> lines) {
        return new Declarations(
                lines,
                c.facilities(),
                c.trade(),
                c.solvency(),
                c.convicted(),
                c.significantContraventions(),
                c.registeredWithCarm(),
                c.statementOfSupport());
    }
}
