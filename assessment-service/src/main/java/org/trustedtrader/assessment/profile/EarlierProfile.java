package org.trustedtrader.assessment.profile;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;

/**
 * What a company answered and attached in an earlier assessment, for a new one to take over. An answer fits if its criterion is
 * asked again, has not changed since and has no answer yet. It comes as the company gave it: what officers said of it stays behind.
 */
public record EarlierProfile(List<Answer> answers, List<EvidenceFile> evidence) {

    public EarlierProfile {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
    }

    /** What fits: answers as commands of the company, and of their files those that still count. */
    public record Offer(List<AnswerCommand> answers, List<EvidenceFile> evidence) {

        public Offer {
            answers = List.copyOf(answers);
            evidence = List.copyOf(evidence);
        }
    }

    /** How many criteria were answered. */
    public int given() {
        return (int) answers.stream()
                .filter(answer -> answer.state() != Answer.State.EMPTY)
                .count();
    }

    public Offer offerTo(SecurityProfile profile, Catalogue catalogue, Moment now) {
        var fitting = answers.stream()
                .filter(answer -> fit(answer, profile, catalogue, now).isPresent())
                .toList();
        var files = fitting.stream()
                .flatMap(answer -> valid(catalogue.find(answer.criterion()).orElseThrow(), now).stream())
                .toList();
        return new Offer(fitting.stream().map(Answer::repeated).toList(), files);
    }

    private static Optional<Criterion> fit(Answer earlier, SecurityProfile profile, Catalogue catalogue, Moment now) {
        if (earlier.state() == Answer.State.EMPTY) {
            return Optional.empty();
        }
        return profile.find(earlier.criterion())
                .filter(place -> place.state() == Answer.State.EMPTY)
                .flatMap(place -> catalogue.find(place.criterion()))
                .filter(criterion -> criterion.revision() == earlier.revision())
                .filter(criterion -> earlier.value()
                        .flatMap(value -> criterion.faultIn(value, now.day()))
                        .isEmpty());
    }

    private List<EvidenceFile> valid(Criterion criterion, Moment now) {
        return evidence.stream()
                .filter(file -> file.criterion().equals(criterion.id()))
                .filter(file -> file.counts(now, criterion.evidence()))
                .toList();
    }
}
