package org.trustedtrader.enrolment.letter;

import java.time.Clock;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.platform.aggregate.Actor;

/** Serves letters: by reading, by reading what they are about, and by the passing of time. */
public final class ServeLetters {

    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final int FIRST_VERSION = 1;

    private final Letters letters;
    private final ComplianceCases cases;
    private final FollowCases followCases;
    private final Clock clock;

    public ServeLetters(Letters letters, ComplianceCases cases, FollowCases followCases, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.followCases = followCases;
        this.clock = clock;
    }

    /** Somebody reads a letter; only a reader of the company serves it, and with it the notice of a case. */
    public Letter read(String number, Actor reader) {
        var letter = letters.visible(number, reader);
        var s = letter.snapshot();
        if (!reader.belongsTo(s.company())) {
            return letter;
        }
        var served = letters.react(number, l -> l.serve(Letter.Service.READ, reader, clock.instant()))
                .orElse(letter);
        if (s.kind() == LetterKind.CASE_NOTICE) {
            followCases.readNotice(caseOf(s.source()), reader);
        }
        return served;
    }

    /** A case changed: a notice that was served by its case is served as a letter too. */
    public void followCase(String caseId) {
        var servedAt = cases.find(caseId).map(ComplianceCase::snapshot).map(ComplianceCase.Snapshot::servedAt);
        var source = Letter.Source.of(LetterKind.CASE_NOTICE.aggregate(), caseId, FIRST_VERSION);
        servedAt.ifPresent(at -> letters.about(source)
                .filter(letter -> letter.state() == Letter.State.ISSUED)
                .ifPresent(letter -> letters.react(letter.id(), l -> l.serve(how(caseId), PLATFORM, at))));
    }

    /** Lets a letter count as served once its period is over. */
    public void letPeriodEnd(String number) {
        letters.react(number, letter -> letter.letPeriodEnd(PLATFORM, clock.instant()));
    }

    private Letter.Service how(String caseId) {
        var read = cases.history(caseId).stream().anyMatch(entry -> entry.name().equals("notice-read"));
        return read ? Letter.Service.MATTER_READ : Letter.Service.DEEMED;
    }

    private static String caseOf(Letter.Source source) {
        return source.subject().substring(source.subject().indexOf('/') + 1);
    }
}
