package org.trustedtrader.assessment.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;

/**
 * What a company answered and attached in an earlier assessment, for a new one to take over. An answer fits if its criterion is
 * asked again of the same scope, has not changed since and has no answer yet. What the company answered as a whole fits each
 * line and each site that is asked the criterion now. An answer comes as the company gave it: what officers said of it stays behind.
 *
 * @param answers of each scope
 */
public record EarlierProfile(Map<Scope, List<Answer>> answers, List<EvidenceFile> evidence) {

    public EarlierProfile {
        answers = Map.copyOf(answers);
        evidence = List.copyOf(evidence);
    }

    /** What fits: answers as commands of the company, and of their files those that still count. */
    public record Offer(List<AnswerCommand> answers, List<EvidenceFile> evidence) {

        public Offer {
            answers = List.copyOf(answers);
            evidence = List.copyOf(evidence);
        }
    }

    /** How many criteria were answered, in all scopes together. */
    public int given() {
        return (int) answers.values().stream()
                .flatMap(List::stream)
                .filter(EarlierProfile::isGiven)
                .count();
    }

    public Offer offerTo(ProfileScopes profile, Catalogue catalogue, Moment now) {
        List<AnswerCommand> fitting = new ArrayList<>();
        for (var open : profile.open()) {
            for (Answer place : open.profile().applicable()) {
                offer(new ScopedCriterion(open.scope(), place.criterion()), profile, catalogue, now)
                        .ifPresent(fitting::add);
            }
        }
        return new Offer(fitting, valid(fitting, catalogue, now));
    }

    /** The answer that fits there, if there is one. */
    Optional<AnswerCommand> offer(ScopedCriterion about, ProfileScopes profile, Catalogue catalogue, Moment now) {
        if (profile.find(about)
                .filter(place -> place.state() == Answer.State.EMPTY)
                .isEmpty()) {
            return Optional.empty();
        }
        var criterion = catalogue.find(about.criterion()).orElseThrow();
        return given(about, criterion, now)
                .map(answer -> answer.repeatedIn(about.scope(), answer.carriedOver()))
                .or(() -> given(ScopedCriterion.of(about.criterion()), criterion, now)
                        .map(answer -> answer.repeatedIn(about.scope(), true)));
    }

    private Optional<Answer> given(ScopedCriterion about, Criterion criterion, Moment now) {
        return answers.getOrDefault(about.scope(), List.of()).stream()
                .filter(answer -> answer.criterion().equals(about.criterion()))
                .filter(EarlierProfile::isGiven)
                .filter(answer -> answer.revision() == criterion.revision())
                .filter(answer -> answer.value()
                        .flatMap(value -> criterion.faultIn(value, now.day()))
                        .isEmpty())
                .findFirst();
    }

    private static boolean isGiven(Answer answer) {
        return answer.state() != Answer.State.EMPTY;
    }

    private List<EvidenceFile> valid(List<AnswerCommand> fitting, Catalogue catalogue, Moment now) {
        return evidence.stream()
                .filter(file -> fitting.stream().anyMatch(answer -> belongs(file, answer)))
                .filter(file -> file.counts(
                        now, catalogue.find(file.criterion()).orElseThrow().evidence()))
                .toList();
    }

    private static boolean belongs(EvidenceFile file, AnswerCommand answer) {
        return file.about().equals(answer.about())
                || answer.carriedOver() && file.about().equals(ScopedCriterion.of(answer.criterion()));
    }
}
