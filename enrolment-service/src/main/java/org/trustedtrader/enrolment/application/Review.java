package org.trustedtrader.enrolment.application;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Who worked on the file and what they found.
 *
 * @param intakeOfficers everybody who checked, returned or accepted it
 * @param vettedBy       everybody who vetted the company, also before the file was sent back
 * @param question       the open request for information, if any
 * @param concernsBy     everybody whose concern about the company stands, also after the file was sent back
 */
public record Review(
        Set<String> intakeOfficers,
        @Nullable String intakeOfficer,
        @Nullable Vetting vetting,
        Set<String> vettedBy,
        ReviewOutcome findings,
        @Nullable String question,
        Set<String> concernsBy) {

    static final Review NONE = new Review(Set.of(), null, null, Set.of(), ReviewOutcome.NONE, null, Set.of());

    public Review {
        intakeOfficers = SortedSets.copyOf(intakeOfficers);
        vettedBy = SortedSets.copyOf(vettedBy);
        // Records of the version before name nobody here.
        concernsBy = vetting != null && vetting.outcome() == Vetting.Outcome.CONCERNS
                ? with(concernsBy, vetting.officer())
                : SortedSets.copyOf(concernsBy);
    }

    Review handledAtIntakeBy(String officer) {
        return new Review(with(intakeOfficers, officer), officer, vetting, vettedBy, findings, question, concernsBy);
    }

    /** A concern stands until a vetting without concerns clears all of them. */
    Review vetted(Vetting outcome) {
        var standing = outcome.outcome() == Vetting.Outcome.CLEAR ? Set.<String>of() : concernsBy;
        return new Review(
                intakeOfficers,
                intakeOfficer,
                outcome,
                with(vettedBy, outcome.officer()),
                findings,
                question,
                standing);
    }

    Review startedAgain() {
        return new Review(intakeOfficers, intakeOfficer, null, vettedBy, findings, question, concernsBy);
    }

    Review finding(ReviewOutcome newFindings) {
        return new Review(intakeOfficers, intakeOfficer, vetting, vettedBy, newFindings, question, concernsBy);
    }

    Review asking(String newQuestion) {
        if (question != null) {
            throw new Refusal.RuleBroken(
                    "information-already-requested", Message.of("enrolment.application.already-asked"));
        }
        return withQuestion(newQuestion);
    }

    Review answered() {
        if (question == null) {
            throw new Refusal.RuleBroken("no-information-requested", Message.of("enrolment.application.nothing-asked"));
        }
        return withQuestion(null);
    }

    /** Nothing is asked any more, answered or not. */
    Review withoutQuestion() {
        return withQuestion(null);
    }

    public Optional<String> openQuestion() {
        return Optional.ofNullable(question);
    }

    public boolean hasConcerns() {
        return !concernsBy.isEmpty();
    }

    private Review withQuestion(@Nullable String newQuestion) {
        return new Review(intakeOfficers, intakeOfficer, vetting, vettedBy, findings, newQuestion, concernsBy);
    }

    private static Set<String> with(Set<String> officers, String officer) {
        var more = new HashSet<>(officers);
        more.add(officer);
        return SortedSets.copyOf(more);
    }
}
