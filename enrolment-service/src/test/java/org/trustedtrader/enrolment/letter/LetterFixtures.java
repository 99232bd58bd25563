package org.trustedtrader.enrolment.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.platform.aggregate.Actor;

/** A letter, and the people around it. */
public final class LetterFixtures {

    static final String COMPANY = "123456782";
    static final Instant ISSUED = Instant.parse("2026-11-30T15:00:00Z");
    static final Instant DEEMED = ISSUED.plus(Duration.ofDays(10));
    static final Actor PLATFORM = Actor.service("enrolment");

    private LetterFixtures() {}

    public static Letter aSuspension() {
        return aSuspension("Maple Leaf Haulage Ltd.", "Security incident. A seal was broken.", OfficialLanguage.EN);
    }

    /** In the state of the moment before it is stored. */
    public static Letter aSuspension(String companyName, String reason, OfficialLanguage language) {
        var words = new Wording(language);
        var content = new LetterContent(
                companyName,
                words.text("letter.suspension.title"),
                words.text("letter.suspension.text"),
                List.of(
                        words.fact("membership", "PIP-0A1B2C3D"),
                        words.fact("counts-from", words.day(LocalDate.of(2026, 11, 30)))),
                reason,
                "Customs Act, s. 11.1",
                new LetterContent.RemedyText(
                        Remedy.OBJECT,
                        words.text("letter.remedy.object", words.day(LocalDate.of(2026, 12, 30))),
                        LocalDate.of(2026, 12, 30),
                        words.text("letter.addressee.headquarters")));
        var draft = new Letter.Draft(
                Letter.Source.of("membership", "0a1b2c3d-0000-4000-8000-000000000001", 4),
                LetterKind.SUSPENSION,
                COMPANY,
                language,
                content,
                DEEMED);
        return Letter.issue("L-2026-000123", draft, PLATFORM, ISSUED);
    }

    public static Letter served(Letter letter) {
        letter.changeStored();
        letter.serve(
                Letter.Service.READ,
                new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY)),
                ISSUED.plus(Duration.ofHours(2)));
        return letter;
    }
}
