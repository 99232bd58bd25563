package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Everything that the completeness and the eligibility of an application are judged by, on the day of {@code today} (UTC). */
record Dossier(Declarations declared, CompanyFacts company, EligibilityThresholds thresholds, LocalDate today) {

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
        refuse("application-incomplete", "The application is not complete.", missing());
    }

    void requireEligible(Set<Section> exempted) {
        refuse("not-eligible", "The company does not meet the rules of membership.", unmet(exempted));
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
    String objectionToTrade() {
        var trade = declared.trade();
        if (trade == null) {
            return null;
        }
        if (trade.lastMovementOn().isAfter(today)) {
            return "The last movement lies in the future.";
        }
        if (trade.tradingSince().isAfter(today.minusMonths(thresholds.monthsOfTrade()))) {
            return "The programme needs " + thresholds.monthsOfTrade() + " months of cross-border trade.";
        }
        if (trade.lastMovementOn().isBefore(today.minusDays(thresholds.daysSinceMovement()))) {
            return "Goods must have moved in the " + thresholds.daysSinceMovement() + " days before applying.";
        }
        return null;
    }

    private static void refuse(String rule, String message, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal.RuleBroken(rule, message, violations);
        }
    }
}
