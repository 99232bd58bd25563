package org.trustedtrader.assessment.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** The policies on a profile: each answers with what is missing, in words for the person who can supply it. */
record ProfileChecks(SecurityProfile profile, EvidenceFolder evidence, Catalogue catalogue, LocalDate today) {

    /** What stands in the way of submitting. */
    List<Violation> unanswered() {
        return profile.applicable().stream()
                .flatMap(answer -> gap(answer).stream().map(gap -> new Violation(answer.criterion(), gap)))
                .toList();
    }

    /** What stands in the way of completing. */
    List<Violation> unjudged() {
        return profile.applicable().stream()
                .flatMap(answer -> doubt(answer).stream().map(doubt -> new Violation(answer.criterion(), doubt)))
                .toList();
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

    /** The criteria that failed and must not. */
    Stream<Answer> failedMusts() {
        return profile.applicable().stream()
                .filter(answer -> answer.state() == AnswerState.REJECTED
                        && criterion(answer).isMust());
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

    private static boolean hasExpired(Answer answer, LocalDate today) {
        return answer.exemptUntil().filter(today::isAfter).isPresent();
    }

    private Optional<String> doubt(Answer answer) {
        if (!answer.state().isJudged()) {
            return Optional.of("The answer is " + answer.state() + ", neither accepted nor rejected.");
        }
        return hasExpired(answer, today) ? Optional.of("The exemption has expired.") : Optional.empty();
    }

    Criterion criterion(Answer answer) {
        return catalogue
                .find(answer.criterion())
                .orElseThrow(() -> new IllegalStateException(
                        "Criterion " + answer.criterion() + " is not in catalogue " + catalogue.version()));
    }
}
