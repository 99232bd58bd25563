package org.trustedtrader.assessment.profile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.refusal.Refusal;

/** The answers of one company to the criteria of one catalogue version; no answer is ever thrown away. */
public final class SecurityProfile {

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    public SecurityProfile(Collection<Answer> answers) {
        answers.forEach(answer -> this.answers.put(answer.criterion(), answer));
    }

    /** How far a profile is, counting only criteria that apply. */
    public record Progress(int total, int answered, int accepted, int rejected, int unjudged) {}

    public static SecurityProfile asking(List<Criterion> criteria) {
        var profile = new SecurityProfile(List.of());
        profile.ask(criteria);
        return profile;
    }

    /**
     * Asks exactly these criteria from now on: new ones start empty, old ones keep their answer, the rest is set
     * aside.
     */
    public void ask(List<Criterion> criteria) {
        Set<String> asked = new HashSet<>();
        for (Criterion criterion : criteria) {
            asked.add(criterion.id());
            answers.computeIfAbsent(criterion.id(), id -> Answer.missing(id, criterion.revision()));
        }
        answers.replaceAll((id, answer) -> answer.asked(asked.contains(id)));
    }

    /** Takes answers that {@link ProfileRules#mayBeAnswered} has let pass. */
    public void answer(List<AnswerCommand> commands, Catalogue catalogue) {
        commands.forEach(command -> change(
                command.criterion(),
                answer -> answer.given(
                        command,
                        catalogue.find(command.criterion()).orElseThrow().revision())));
    }

    /** Takes judgements that {@link ProfileRules#mayBeJudged} has let pass; all of them or none. */
    public void judge(List<Judgement> judgements) {
        Map<String, Answer> judged = new LinkedHashMap<>();
        judgements.forEach(judgement -> judged.put(
                judgement.criterion(), asked(judgement.criterion(), "criterion").judged(judgement)));
        answers.putAll(judged);
    }

    public void exempt(String criterion, String reason, LocalDate until, LocalDate today) {
        change(criterion, answer -> answer.exempted(reason, until, today));
    }

    /** The answer, or the place for it, if that criterion is asked. */
    public Optional<Answer> find(String criterion) {
        return Optional.ofNullable(answers.get(criterion)).filter(Answer::applicable);
    }

    /** @throws Refusal.InvalidInput naming the field if that criterion is not asked */
    public Answer asked(String criterion, String field) {
        return find(criterion)
                .orElseThrow(() ->
                        new Refusal.InvalidInput(field, "Criterion " + criterion + " is not asked of this company."));
    }

    public List<Answer> all() {
        return List.copyOf(answers.values());
    }

    public List<Answer> applicable() {
        return answers.values().stream().filter(Answer::applicable).toList();
    }

    public Progress progress() {
        return new Progress(
                count(answer -> true),
                count(answer -> answer.state() != Answer.State.EMPTY),
                count(answer -> answer.state().isSettled()),
                count(answer -> answer.state() == Answer.State.REJECTED),
                count(answer -> !answer.state().isJudged()));
    }

    private void change(String criterion, UnaryOperator<Answer> verb) {
        answers.put(criterion, verb.apply(asked(criterion, "criterion")));
    }

    private int count(Predicate<Answer> which) {
        return (int) applicable().stream().filter(which).count();
    }
}
