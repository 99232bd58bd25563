package org.trustedtrader.enrolment.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.letter.LetterFixtures.*;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;

class LetterTest {

    @Test
    void theFirstServiceCounts() {
        var letter = served(aSuspension());
        letter.changeStored();
        var before = letter.snapshot();
        letter.letPeriodEnd(PLATFORM, DEEMED.plus(Duration.ofDays(1)));
        assertThat(letter.change()).isEmpty();
        assertThat(letter.snapshot()).isEqualTo(before);
        assertThat(before.service()).isEqualTo(Letter.Service.READ);
    }

    @Test
    void anUnreadLetterCountsAsServedAfterItsPeriodAndNotBefore() {
        var letter = aSuspension();
        letter.changeStored();
        letter.letPeriodEnd(PLATFORM, DEEMED);
        assertThat(letter.state()).isEqualTo(Letter.State.ISSUED);
        letter.letPeriodEnd(PLATFORM, DEEMED.plusMillis(1));
        assertThat(letter.state()).isEqualTo(Letter.State.SERVED);
        assertThat(letter.change().orElseThrow().reason()).isEqualTo("DEEMED");
    }

    @Test
    void itsHistorySaysWhatItIsAboutAndOnWhatBasis() {
        var issued = aSuspension().change().orElseThrow();
        assertThat(issued.reason()).isEqualTo("SUSPENSION: membership/0a1b2c3d-0000-4000-8000-000000000001, version 4");
        assertThat(issued.legalBasis()).isEqualTo("Customs Act, s. 11.1");
    }

    @Test
    void onlyItsCompanyAndOfficersKnowOfIt() {
        var letter = aSuspension();
        assertThat(letter.visibleTo(new Actor("user:a", Set.of("limited-user"), Optional.of(COMPANY))))
                .isTrue();
        assertThat(letter.visibleTo(new Actor("user:b", Set.of("auditor"), Optional.empty())))
                .isTrue();
        assertThat(letter.visibleTo(new Actor("user:c", Set.of("account-owner"), Optional.of("987654324"))))
                .isFalse();
    }
}
