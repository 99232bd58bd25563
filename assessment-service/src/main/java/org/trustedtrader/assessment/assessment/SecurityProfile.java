package org.trustedtrader.assessment.assessment;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.refusal.Refusal;

/** The answers of one company to the criteria of one catalogue version; no answer is ever thrown away. */
public final class SecurityProfile {

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    public SecurityProfile(Collection<Answer> answers) {
        answers.forEach(answer -> this.answers.put(answer.criterion(), answer));
    }

    static SecurityProfile asking(List<Criterion> criteria) {
        var profile = new SecurityProfile(List.of());
        profile.ask(criteria);
        return profile;
    }

    /**
     * Asks exactly these criteria from now on: new ones start empty, old ones keep their answer, the rest is set
     * aside.
     */
    void ask(List<Criterion> criteria) {
        Set<String> asked = new HashSet<>();
        for (Criterion criterion : criteria) {
            asked.add(criterion.id());
            answers.computeIfAbsent(criterion.id(), id -> Answer.missing(id, criterion.revision()));
        }
        answers.replaceAll((id, answer) -> answer.asked(asked.contains(id)));
    }

    /** The answer, or the place for it, if that criterion is asked. */
    public Optional<Answer> find(String criterion) {
        return Optional.ofNullable(answers.get(criterion)).filter(Answer::applicable);
    }

    /** @throws Refusal.InvalidInput naming the field if that criterion is not asked */
    Answer asked(String criterion, String field) {
        return find(criterion)
                .orElseThrow(() ->
                        new Refusal.InvalidInput(field, "Criterion " + criterion + " is not asked of this company."));
    }

    void change(String criterion, String field, UnaryOperator<Answer> verb) {
        answers.put(criterion, verb.apply(asked(criterion, field)));
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
                count(answer -> answer.state() != AnswerState.EMPTY),
                count(answer -> answer.state().isSettled()),
                count(answer -> answer.state() == AnswerState.REJECTED),
                count(answer -> !answer.state().isJudged()));
    }

    private int count(Predicate<Answer> which) {
        return (int) applicable().stream().filter(which).count();
    }
}
