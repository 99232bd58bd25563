package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Everything that the completeness and the eligibility of an application are judged by, on the programme's day {@code today}. */
record EligibilityRules(
        Declarations declared, CompanyFacts company, EligibilityThresholds thresholds, LocalDate today) {

    /** No company has traded across this border for longer. */
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    List<Violation> missing() {
        return Arrays.stream(Section.values())
                .map(section -> section.missingIn(this))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Rules of membership that are not met, but for those sections that a special consideration covers. */
    List<Violation> unmet(Set<Section> exempted) {
        return Arrays.stream(Section.values())
                .filter(section -> !exempted.contains(section))
                .map(section -> section.unmetIn(this))
                .flatMap(Optional::stream)
                .toList();
    }

    void requireComplete() {
        refuse("application-incomplete", Message.of("enrolment.application.incomplete"), missing());
    }

    void requireEligible(Set<Section> exempted) {
        refuse("not-eligible", Message.of("enrolment.application.not-eligible"), unmet(exempted));
    }

    boolean carries() {
        return declared.linesOfBusiness().stream().anyMatch(LineOfBusiness::carries);
    }

    boolean imports() {
        return declared.linesOfBusiness().contains(LineOfBusiness.IMPORTER);
    }

    boolean facilitiesQualify() {
        var facilities = declared.facilities();
        return facilities == null || (facilities.inCanadaOrUnitedStates() && facilities.usedForCrossBorderGoods());
    }

    boolean solvent() {
        var solvency = declared.solvency();
        return solvency == null || !(solvency.undischargedBankruptcy() || solvency.unresolvedCrownDebt());
    }

    @Nullable
    Message objectionToTrade() {
        var trade = declared.trade();
        if (trade == null) {
            return null;
        }
        if (trade.tradingSince().isBefore(EARLIEST)) {
            return Message.of("enrolment.eligibility.trade-too-early", EARLIEST.getYear());
        }
        if (trade.lastMovementOn().isAfter(today)) {
            return Message.of("enrolment.eligibility.movement-in-future");
        }
        if (trade.tradingSince().isAfter(today.minusMonths(thresholds.monthsOfTrade()))) {
            return Message.of("enrolment.eligibility.trade-too-short", thresholds.monthsOfTrade());
        }
        if (trade.lastMovementOn().isBefore(today.minusDays(thresholds.daysSinceMovement()))) {
            return Message.of("enrolment.eligibility.movement-too-old", thresholds.daysSinceMovement());
        }
        return null;
    }

    /** A statement is signed before it is handed in, by the senior management of today. */
    @Nullable
    Message objectionToStatement() {
        var statement = declared.statementOfSupport();
        if (statement == null) {
            return null;
        }
        if (statement.signedOn().isAfter(today)) {
            return Message.of("enrolment.eligibility.statement-in-future");
        }
        if (statement.signedOn().isBefore(today.minusMonths(thresholds.monthsOfStatement()))) {
            return Message.of("enrolment.eligibility.statement-too-old", thresholds.monthsOfStatement());
        }
        return null;
    }

    private static void refuse(String rule, Message message, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal.RuleBroken(rule, message, violations);
        }
    }
}
