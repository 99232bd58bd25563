package org.trustedtrader.enrolment.letter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.letter.LetterFixtures.aSuspension;
import static org.trustedtrader.enrolment.letter.LetterFixtures.served;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoLettersTest {

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(MongoLetters.TYPE, aSuspension(), "golden/letter-issued.json");
        GoldenDocuments.matches(MongoLetters.TYPE, served(aSuspension()), "golden/letter-served.json");
    }

    @Test
    void givesBackWhatItStored() {
        var letter = served(aSuspension());
        var restored = MongoLetters.TYPE.restore(
                new Aggregate.Stored(letter.id(), 2, Map.of()), MongoLetters.TYPE.state(letter));
        assertThat(restored.snapshot()).isEqualTo(letter.snapshot());
    }

    @Test
    void announcesWhatTheSamplesSay() {
        assertSample("enrolment.letter.issued.v1", MongoLetters.TYPE.payload(aSuspension()));
        assertSample("enrolment.letter.served.v1", MongoLetters.TYPE.payload(served(aSuspension())));
    }
}
