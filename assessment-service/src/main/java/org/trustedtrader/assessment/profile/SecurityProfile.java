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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The answers of one scope of a company to the criteria of one catalogue version; no answer is ever thrown away. The answers are
 * read when they are first needed, from a record of their own.
 */
public final class SecurityProfile {

    private final Reference reference;
    private final Supplier<List<Answer>> source;
    private final boolean isInAssessment;
    private final Map<String, Answer> changed = new LinkedHashMap<>();
    private @Nullable Map<String, Answer> answers;

    /** @param source reads the answers of the version that the reference names */
    public SecurityProfile(Reference reference, Supplier<List<Answer>> source) {
        this(reference, source, false);
    }

    private SecurityProfile(Reference reference, Supplier<List<Answer>> source, boolean isInAssessment) {
        this.reference = reference;
        this.source = source;
        this.isInAssessment = isInAssessment;
    }

    /**
     * The answers of an assessment that has them all inside, as the version before stored it.
     *
     * @param version that the next committed change gives them as a record of their own
     */
    public static SecurityProfile inAssessment(long version, List<Answer> answers) {
        var reference = new Reference(version, Progress.of(answers), Optional.empty());
        return new SecurityProfile(reference, () -> answers, true);
    }

    /**
     * What an assessment knows of its profile without reading the answers.
     *
     * @param version   of the {@link ProfileAnswers} that counts
     * @param progress  of that version
     * @param submitted the version that the latest submission pinned
     */
    public record Reference(long version, Progress progress, Optional<Long> submitted) {}

    /** How far a profile is, counting only criteria that apply. */
    public record Progress(int total, int answered, int accepted, int rejected, int unjudged) {

        public static Progress of(Collection<Answer> answers) {
            return new Progress(
                    count(answers, answer -> true),
                    count(answers, answer -> answer.state() != Answer.State.EMPTY),
                    count(answers, answer -> answer.state().isSettled()),
                    count(answers, answer -> answer.state() == Answer.State.REJECTED),
                    count(answers, answer -> !answer.state().isJudged()));
        }

        Progress plus(Progress other) {
            return new Progress(
                    total + other.total,
                    answered + other.answered,
                    accepted + other.accepted,
                    rejected + other.rejected,
                    unjudged + other.unjudged);
        }

        private static int count(Collection<Answer> answers, Predicate<Answer> which) {
            return (int)
                    answers.stream().filter(Answer::applicable).filter(which).count();
        }
    }

    /**
     * Asks exactly these criteria from now on: new ones start empty, old ones keep their answer, the rest is set
     * aside.
     */
    public void ask(List<Criterion> criteria) {
        Set<String> asked = new HashSet<>();
        for (Criterion criterion : criteria) {
            asked.add(criterion.id());
            if (!answers().containsKey(criterion.id())) {
                put(Answer.missing(criterion.id(), criterion.revision()));
            }
        }
        all().stream()
                .filter(answer -> answer.applicable() != asked.contains(answer.criterion()))
                .forEach(answer -> put(answer.asked(!answer.applicable())));
    }

    /** Takes answers that {@link ProfileRules#mayBeAnswered} has let pass. */
    public void answer(List<AnswerCommand> commands, Catalogue catalogue) {
        commands.forEach(command -> change(
                command.criterion(),
                answer -> answer.given(
                        command,
                        catalogue.find(command.criterion()).orElseThrow().revision(),
                        nextVersion())));
    }

    /** Takes judgements that {@link ProfileRules#mayBeJudged} has let pass; all of them or none. */
    public void judge(List<Judgement> judgements) {
        List<Answer> judged = judgements.stream()
                .map(judgement -> asked(judgement.criterion(), "criterion").judged(judgement, reference.version()))
                .toList();
        judged.forEach(this::put);
    }

    /** What of these was accepted waits for a judgement again; a failed criterion stays failed, and an exemption ends with its day. */
    public void judgeAgain(Predicate<Answer> which) {
        applicable().stream()
                .filter(which)
                .filter(answer -> answer.state().isAccepted())
                .forEach(answer -> put(answer.unjudged()));
    }

    public void exempt(String criterion, String reason, LocalDate until, LocalDate today) {
        change(criterion, answer -> answer.exempted(reason, until, today, reference.version()));
    }

    /** The answer, or the place for it, if that criterion is asked. */
    public Optional<Answer> find(String criterion) {
        return Optional.ofNullable(answers().get(criterion)).filter(Answer::applicable);
    }

    /** @throws Refusal.InvalidInput naming the field if that criterion is not asked */
    public Answer asked(String criterion, String field) {
        return find(criterion)
                .orElseThrow(
                        () -> new Refusal.InvalidInput(field, Message.of("assessment.criterion.not-asked", criterion)));
    }

    public List<Answer> all() {
        return List.copyOf(answers().values());
    }

    public List<Answer> applicable() {
        return answers().values().stream().filter(Answer::applicable).toList();
    }

    public Progress progress() {
        return changed.isEmpty() ? reference.progress() : Progress.of(answers().values());
    }

    /** The answers that were changed since this profile was read. */
    public List<Answer> changed() {
        return List.copyOf(changed.values());
    }

    /**
     * The answers that a change of the assessment has to store, until their own record has them.
     *
     * @param before those that the stored assessment holds
     */
    public List<Answer> pending(List<Answer> before) {
        if (answers == null) {
            return before;
        }
        return isInAssessment ? all() : changed();
    }

    /** The version of the profile once its changes, if any, are stored. */
    public long version() {
        return changed.isEmpty() ? reference.version() : nextVersion();
    }

    private long nextVersion() {
        return isInAssessment ? reference.version() : reference.version() + 1;
    }

    private void change(String criterion, UnaryOperator<Answer> verb) {
        put(verb.apply(asked(criterion, "criterion")));
    }

    private void put(Answer answer) {
        answers().put(answer.criterion(), answer);
        changed.put(answer.criterion(), answer);
    }

    private Map<String, Answer> answers() {
        if (answers == null) {
            var read = new LinkedHashMap<String, Answer>();
            source.get().forEach(answer -> read.put(answer.criterion(), answer));
            answers = read;
        }
        return answers;
    }
}
