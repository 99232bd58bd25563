package org.trustedtrader.enrolment.application;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Who worked on the file and what they found.
 *
 * @param intakeOfficers everybody who checked, returned or accepted it
 * @param vettedBy       everybody who vetted the company, also before the file was sent back
 * @param question       the open request for information, if any
 */
public record Review(
        Set<String> intakeOfficers,
        @Nullable String intakeOfficer,
        @Nullable Vetting vetting,
        Set<String> vettedBy,
        ReviewOutcome findings,
        @Nullable String question) {

    static final Review NONE = new Review(Set.of(), null, null, Set.of(), ReviewOutcome.NONE, null);

    public Review {
        intakeOfficers = Set.copyOf(intakeOfficers);
        vettedBy = Set.copyOf(vettedBy);
    }

    Review handledAtIntakeBy(String officer) {
        return new Review(with(intakeOfficers, officer), officer, vetting, vettedBy, findings, question);
    }

    Review vetted(Vetting outcome) {
        return new Review(
                intakeOfficers, intakeOfficer, outcome, with(vettedBy, outcome.officer()), findings, question);
    }

    Review startedAgain() {
        return new Review(intakeOfficers, intakeOfficer, null, vettedBy, findings, question);
    }

    Review finding(ReviewOutcome newFindings) {
        return new Review(intakeOfficers, intakeOfficer, vetting, vettedBy, newFindings, question);
    }

    Review asking(String newQuestion) {
        if (question != null) {
            throw new Refusal.RuleBroken(
                    "information-already-requested", Message.of("enrolment.application.already-asked"));
        }
        return new Review(intakeOfficers, intakeOfficer, vetting, vettedBy, findings, newQuestion);
    }

    Review answered() {
        if (question == null) {
            throw new Refusal.RuleBroken("no-information-requested", Message.of("enrolment.application.nothing-asked"));
        }
        return new Review(intakeOfficers, intakeOfficer, vetting, vettedBy, findings, null);
    }

    public Optional<String> openQuestion() {
        return Optional.ofNullable(question);
    }

    private static Set<String> with(Set<String> officers, String officer) {
        var more = new HashSet<>(officers);
        more.add(officer);
        return more;
    }
}
