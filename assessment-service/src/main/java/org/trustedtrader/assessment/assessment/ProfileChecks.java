package org.trustedtrader.assessment.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustedtrader.assessment.action.ActionPlan;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** The policies on a profile: each answers with what is missing, in words for the person who can supply it. */
record ProfileChecks(SecurityProfile profile, EvidenceFolder evidence, Catalogue catalogue, LocalDate today) {

    /** @throws Refusal.RuleBroken with what stands in the way of submitting */
    void mustBeAnswered() {
        List<Violation> gaps = each(this::gap);
        if (!gaps.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "profile-incomplete", "The profile is incomplete in " + gaps.size() + " places.", gaps);
        }
    }

    /** @throws Refusal.RuleBroken with what stands in the way of completing */
    void mustBeJudged() {
        List<Violation> doubts = each(this::doubt);
        if (!doubts.isEmpty()) {
            throw new Refusal.RuleBroken("answers-not-judged", doubts.size() + " answers are not judged yet.", doubts);
        }
    }

    /** An action for each failed MUST that has no open one. */
    void proposeInto(ActionPlan actions, LocalDate dueOn) {
        profile.applicable().stream()
                .filter(answer -> answer.state() == AnswerState.REJECTED
                        && criterion(answer).isMust())
                .filter(answer -> !actions.hasOpenFor(answer.criterion()))
                .forEach(answer -> actions.propose(
                        criterion(answer), answer.comment().orElse("The criterion is not met."), dueOn));
    }

    /** Why that answer cannot be accepted, however much the assessor would like to. */
    Optional<String> shortfall(Answer answer) {
        Criterion criterion = criterion(answer);
        if (answer.value().isEmpty()) {
            return Optional.empty();
        }
        if (evidence.lacks(criterion, today)) {
            return Optional.of("The evidence that it requires is missing or has expired.");
        }
        return criterion.shortfallOf(answer.value().get(), today);
    }

    /** The criteria that were judged as not met, in the order of the catalogue. */
    List<Failure> failures() {
        return profile.applicable().stream()
                .filter(answer -> answer.state() == AnswerState.REJECTED)
                .map(this::criterion)
                .map(Failure::of)
                .toList();
    }

    private List<Violation> each(Function<Answer, Optional<String>> policy) {
        return profile.applicable().stream()
                .flatMap(answer -> policy.apply(answer).stream().map(why -> new Violation(answer.criterion(), why)))
                .toList();
    }

    private Optional<String> gap(Answer answer) {
        Criterion criterion = criterion(answer);
        if (answer.state() == AnswerState.EMPTY) {
            return Optional.of("There is no answer yet.");
        }
        if (answer.isOlderThan(criterion.revision())) {
            return Optional.of("The criterion has changed since it was answered; answer it again.");
        }
        if (answer.value().isPresent() && evidence.lacks(criterion, today)) {
            return Optional.of("The evidence that it requires is missing or has expired.");
        }
        return Optional.empty();
    }

    private Optional<String> doubt(Answer answer) {
        if (!answer.state().isJudged()) {
            return Optional.of("The answer is " + answer.state() + ", neither accepted nor rejected.");
        }
        return answer.exemptUntil().filter(today::isAfter).map(until -> "The exemption ended on " + until + ".");
    }

    Criterion criterion(Answer answer) {
        return catalogue
                .find(answer.criterion())
                .orElseThrow(() -> new IllegalStateException(
                        "Criterion " + answer.criterion() + " is not in catalogue " + catalogue.version()));
    }
}
