package org.trustedtrader.assessment.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The rules on a profile. Each refuses with everything that is wrong, in words for the person who can supply what is
 * missing.
 */
public record ProfileRules(
        ProfileScopes profile, EvidenceFolder evidence, ChainDuty chain, Catalogue catalogue, Moment now) {

    /** Names the supply chain in a list of what is missing. */
    private static final String SUPPLY_CHAIN = "supplyChain";

    /**
     * What a profile lacks for want of a supply chain that goods can take.
     *
     * @param neededBy the company's lines of business that move goods
     */
    public record ChainDuty(Set<LineOfBusiness> neededBy, SupplyChain declared) {

        private List<Violation> gaps() {
            if (declared.legs().isEmpty() && !neededBy.isEmpty()) {
                var lines = neededBy.stream().sorted().toList();
                return List.of(new Violation(SUPPLY_CHAIN, Message.of("assessment.profile.no-chain", lines)));
            }
            return declared.faults().stream()
                    .map(fault -> new Violation(SUPPLY_CHAIN + "." + fault.field(), fault.message()))
                    .toList();
        }
    }

    /** The company's answers are well formed and, under review, touch no settled answer. */
    public void mayBeAnswered(List<AnswerCommand> commands, boolean underReview) {
        if (commands.isEmpty()) {
            throw new Refusal.InvalidInput("answers", Message.of("assessment.answers.empty"));
        }
        List<Violation> faults = new ArrayList<>();
        Set<ScopedCriterion> criteria = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            String field = "answers[" + i + "]";
            AnswerCommand command = commands.get(i);
            if (!criteria.add(command.about())) {
                faults.add(new Violation(field + ".criterion", Message.of("assessment.answers.twice")));
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
        List<Violation> gaps = new ArrayList<>(each(this::gap));
        gaps.addAll(chain.gaps());
        if (!gaps.isEmpty()) {
            throw incomplete(gaps);
        }
    }

    private static Refusal.RuleBroken incomplete(List<Violation> gaps) {
        return new Refusal.RuleBroken(
                "profile-incomplete", Message.counted("assessment.profile.incomplete", gaps.size()), gaps);
    }

    /** Each criterion is judged once, and no answer is accepted that falls short. */
    public void mayBeJudged(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            throw new Refusal.InvalidInput("judgements", Message.of("assessment.judgements.empty"));
        }
        Set<ScopedCriterion> criteria = new HashSet<>();
        List<Violation> shortfalls = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            String field = "judgements[" + i + "].criterion";
            Answer answer = profile.asked(judgement.about(), field);
            if (!criteria.add(judgement.about())) {
                throw new Refusal.InvalidInput(field, Message.of("assessment.judgements.twice"));
            }
            if (answer.state() == Answer.State.EMPTY) {
                shortfalls.add(new Violation(judgement.about().key(), Message.of("assessment.profile.no-answer")));
            } else if (judgement.verdict() == Judgement.Verdict.ACCEPT) {
                shortfall(judgement.scope(), answer)
                        .ifPresent(why ->
                                shortfalls.add(new Violation(judgement.about().key(), why)));
            }
        }
        if (!shortfalls.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "answer-not-acceptable",
                    Message.counted("assessment.judgement.not-acceptable", shortfalls.size()),
                    shortfalls);
        }
    }

    /** @throws Refusal.RuleBroken with what stands in the way of completing */
    public void mayBeCompleted() {
        List<Violation> doubts = new ArrayList<>(each((scope, answer) -> doubt(answer)));
        var gaps = chain.gaps();
        if (!gaps.isEmpty()) {
            doubts.addAll(gaps);
            throw incomplete(doubts);
        }
        if (!doubts.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "answers-not-judged", Message.counted("assessment.completion.not-judged", doubts.size()), doubts);
        }
    }

    /** The criteria that were judged as not met, with the assessor's comments, in the order of the catalogue. */
    public List<Rejection> rejections() {
        return profile.open().stream()
                .flatMap(one -> one.profile().applicable().stream()
                        .filter(answer -> answer.state() == Answer.State.REJECTED)
                        .map(answer -> new Rejection(
                                one.scope(), criterion(answer), answer.comment().orElse(""))))
                .toList();
    }

    /** A criterion that is not met, where, and why. */
    public record Rejection(Scope scope, Criterion criterion, String comment) {

        public ScopedCriterion about() {
            return new ScopedCriterion(scope, criterion.id());
        }
    }

    public Criterion criterion(Answer answer) {
        return catalogue
                .find(answer.criterion())
                .orElseThrow(() -> new IllegalStateException(
                        "Criterion " + answer.criterion() + " is not in catalogue " + catalogue.version()));
    }

    private Optional<Violation> fault(AnswerCommand command, String field) {
        var criterion = profile.find(command.about()).flatMap(answer -> catalogue.find(command.criterion()));
        if (criterion.isEmpty()) {
            return Optional.of(profile.notAsked(command.about(), field + ".criterion"));
        }
        return command.value()
                .flatMap(value -> criterion.get().faultIn(value, now.day()))
                .map(fault -> new Violation(field + ".value", fault));
    }

    private void isNotSettled(AnswerCommand command) {
        Answer before = profile.find(command.about()).orElseThrow();
        if (before.state().isSettled()) {
            throw new Refusal.RuleBroken(
                    "answer-settled", Message.of("assessment.answer.settled", command.criterion(), before.state()));
        }
    }

    private List<Violation> each(BiFunction<Scope, Answer, Optional<Message>> rule) {
        return profile.open().stream()
                .flatMap(one -> one.profile().applicable().stream()
                        .flatMap(answer -> rule.apply(one.scope(), answer).stream()
                                .map(why -> new Violation(
                                        new ScopedCriterion(one.scope(), answer.criterion()).key(), why))))
                .toList();
    }

    private Optional<Message> gap(Scope scope, Answer answer) {
        Criterion criterion = criterion(answer);
        if (answer.state() == Answer.State.EMPTY) {
            return Optional.of(Message.of("assessment.profile.no-answer"));
        }
        if (answer.isOlderThan(criterion.revision())) {
            return Optional.of(Message.of("assessment.profile.changed"));
        }
        return missingEvidence(scope, answer, criterion);
    }

    private Optional<Message> shortfall(Scope scope, Answer answer) {
        Criterion criterion = criterion(answer);
        return missingEvidence(scope, answer, criterion)
                .or(() -> answer.value().flatMap(value -> criterion.shortfallOf(value, now.day())));
    }

    private Optional<Message> missingEvidence(Scope scope, Answer answer, Criterion criterion) {
        return answer.value().isPresent() && evidence.lacks(criterion, scope, answer, now)
                ? Optional.of(Message.of("assessment.profile.no-evidence"))
                : Optional.empty();
    }

    private Optional<Message> doubt(Answer answer) {
        if (!answer.state().isJudged()) {
            return Optional.of(Message.of("assessment.completion.doubtful", answer.state()));
        }
        return answer.exemptUntil()
                .filter(now.day()::isAfter)
                .map(until -> Message.of("assessment.completion.exemption-over", until));
    }
}
