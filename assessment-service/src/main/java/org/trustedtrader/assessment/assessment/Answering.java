package org.trustedtrader.assessment.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Takes a company's answers into its profile, all of them or, with a list of what is wrong, none. */
record Answering(SecurityProfile profile, Catalogue catalogue, AssessmentState state, LocalDate today) {

    void take(List<GivenAnswer> given) {
        if (given.isEmpty()) {
            throw new Refusal.InvalidInput("answers", "Give at least one answer.");
        }
        List<Violation> faults = new ArrayList<>();
        Set<String> criteria = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "answers[" + i + "]";
            GivenAnswer answer = given.get(i);
            if (!criteria.add(answer.criterion())) {
                faults.add(new Violation(field + ".criterion", "The same criterion is answered twice."));
            }
            faultIn(answer, field).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        given.forEach(this::settledStays);
        given.forEach(answer -> profile.change(
                answer.criterion(),
                "criterion",
                before -> before.given(answer, criterion(answer).orElseThrow().revision())));
    }

    private Optional<Violation> faultIn(GivenAnswer given, String field) {
        var criterion = criterion(given);
        if (criterion.isEmpty()) {
            return Optional.of(new Violation(
                    field + ".criterion", "Criterion " + given.criterion() + " is not asked of this company."));
        }
        return given.value()
                .flatMap(value -> criterion.get().faultIn(value, today))
                .map(fault -> new Violation(field + ".value", fault));
    }

    private Optional<Criterion> criterion(GivenAnswer given) {
        return profile.find(given.criterion()).flatMap(answer -> catalogue.find(given.criterion()));
    }

    private void settledStays(GivenAnswer given) {
        Answer before = profile.find(given.criterion()).orElseThrow();
        if (state == AssessmentState.SUBMITTED && before.state().isSettled()) {
            throw new Refusal.RuleBroken(
                    "answer-settled",
                    "The answer to " + given.criterion() + " is " + before.state()
                            + " and cannot be changed while it is under review.");
        }
    }
}
