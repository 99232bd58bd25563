package org.trustedtrader.assessment.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The rules on a profile. Each refuses with everything that is wrong, in words for the person who can supply what is
 * missing.
 */
public record ProfileRules(SecurityProfile profile, EvidenceFolder evidence, Catalogue catalogue, LocalDate today) {

    /** The company's answers are well formed and, under review, touch no settled answer. */
    public void mayBeAnswered(List<AnswerCommand> commands, boolean underReview) {
        if (commands.isEmpty()) {
            throw new Refusal.InvalidInput("answers", "Give at least one answer.");
        }
        List<Violation> faults = new ArrayList<>();
        Set<String> criteria = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            String field = "answers[" + i + "]";
            AnswerCommand command = commands.get(i);
            if (!criteria.add(command.criterion())) {
                faults.add(new Violation(field + ".criterion", "The same criterion is answered twice."));
            }
            fault(command, field).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        if (underReview) {
            commands.forEach(this::isNotSettled);
        }
    }

    /** @throws Refusal.RuleBroken with what stands in the way of submitting */
    public void mayBeSubmitted() {
        List<Violation> gaps = each(this::gap);
        if (!gaps.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "profile-incomplete", "The profile is incomplete in " + gaps.size() + " places.", gaps);
        }
    }

    /** Each criterion is judged once, and no answer is accepted that falls short. */
    public void mayBeJudged(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            throw new Refusal.InvalidInput("judgements", "Give at least one judgement.");
        }
        Set<String> criteria = new HashSet<>();
        List<Violation> shortfalls = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            String field = "judgements[" + i + "].criterion";
            Answer answer = profile.asked(judgement.criterion(), field);
            if (!criteria.add(judgement.criterion())) {
                throw new Refusal.InvalidInput(field, "The same criterion is judged twice.");
            }
            if (judgement.verdict() == Judgement.Verdict.ACCEPT) {
                shortfall(answer).ifPresent(why -> shortfalls.add(new Violation(judgement.criterion(), why)));
            }
        }
        if (!shortfalls.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "answer-not-acceptable", shortfalls.size() + " answers cannot be accepted.", shortfalls);
        }
    }

    /** @throws Refusal.RuleBroken with what stands in the way of completing */
    public void mayBeCompleted() {
        List<Violation> doubts = each(this::doubt);
        if (!doubts.isEmpty()) {
            throw new Refusal.RuleBroken("answers-not-judged", doubts.size() + " answers are not judged yet.", doubts);
        }
    }

    /** The criteria that were judged as not met, with the assessor's comments, in the order of the catalogue. */
    public List<Rejection> rejections() {
        return profile.applicable().stream()
                .filter(answer -> answer.state() == Answer.State.REJECTED)
                .map(answer -> new Rejection(criterion(answer), answer.comment().orElse("The criterion is not met.")))
                .toList();
    }

    /** A criterion that is not met, and why. */
    public record Rejection(Criterion criterion, String comment) {}

    public Criterion criterion(Answer answer) {
        return catalogue
                .find(answer.criterion())
                .orElseThrow(() -> new IllegalStateException(
                        "Criterion " + answer.criterion() + " is not in catalogue " + catalogue.version()));
    }

    private Optional<Violation> fault(AnswerCommand command, String field) {
        var criterion = profile.find(command.criterion()).flatMap(answer -> catalogue.find(command.criterion()));
        if (criterion.isEmpty()) {
            return Optional.of(new Violation(
                    field + ".criterion", "Criterion " + command.criterion() + " is not asked of this company."));
        }
        return command.value()
                .flatMap(value -> criterion.get().faultIn(value, today))
                .map(fault -> new Violation(field + ".value", fault));
    }

    private void isNotSettled(AnswerCommand command) {
        Answer before = profile.find(command.criterion()).orElseThrow();
        if (before.state().isSettled()) {
            throw new Refusal.RuleBroken(
                    "answer-settled",
                    "The answer to " + command.criterion() + " is " + before.state()
                            + " and cannot be changed while it is under review.");
        }
    }

    private List<Violation> each(Function<Answer, Optional<String>> rule) {
        return profile.applicable().stream()
                .flatMap(answer -> rule.apply(answer).stream().map(why -> new Violation(answer.criterion(), why)))
                .toList();
    }

    private Optional<String> gap(Answer answer) {
        Criterion criterion = criterion(answer);
        if (answer.state() == Answer.State.EMPTY) {
            return Optional.of("There is no answer yet.");
        }
        if (answer.isOlderThan(criterion.revision())) {
            return Optional.of("The criterion has changed since it was answered; answer it again.");
        }
        return missingEvidence(answer, criterion);
    }

    private Optional<String> shortfall(Answer answer) {
        Criterion criterion = criterion(answer);
        return missingEvidence(answer, criterion)
                .or(() -> answer.value().flatMap(value -> criterion.shortfallOf(value, today)));
    }

    private Optional<String> missingEvidence(Answer answer, Criterion criterion) {
        return answer.value().isPresent() && evidence.lacks(criterion, today)
                ? Optional.of("The evidence that it requires is missing or has expired.")
                : Optional.empty();
    }

    private Optional<String> doubt(Answer answer) {
        if (!answer.state().isJudged()) {
            return Optional.of("The answer is " + answer.state() + ", neither accepted nor rejected.");
        }
        return answer.exemptUntil().filter(today::isAfter).map(until -> "The exemption ended on " + until + ".");
    }
}
