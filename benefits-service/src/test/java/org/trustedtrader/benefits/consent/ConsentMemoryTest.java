package org.trustedtrader.benefits.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.monitoring.KnownConsents.Known;

class ConsentMemoryTest {

    private static final Pair PAIR = new Pair(CARRIER, IMPORTER);

    private final ConsentMemory memory = new ConsentMemory();

    @Test
    void eachDirectionIsAConsentOfItsOwn() {
        takeIn(PAIR, 1, true, MONDAY);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(new Known(1, true));
        assertThat(memory.of(IMPORTER, CARRIER)).isEqualTo(Known.NOTHING);
    }

    @Test
    void theNewestVersionCountsInWhateverOrderTheyAreHeard() {
        takeIn(PAIR, 2, false, MONDAY);
        takeIn(PAIR, 1, true, MONDAY);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(new Known(2, false));
        takeIn(PAIR, 3, true, TUESDAY);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(new Known(3, true));
    }

    @Test
    void byAVersionThatWasNotUnderstoodNothingIsShownUntilItIs() {
        takeIn(PAIR, 1, true, MONDAY);
        memory.doubt(PAIR.id(), 2);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(Known.NOTHING);
        takeIn(PAIR, 1, true, MONDAY);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(Known.NOTHING);
        takeIn(PAIR, 2, true, MONDAY);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(new Known(2, true));
        memory.doubt(PAIR.id(), 2);
        memory.doubt(PAIR.id(), 1);
        assertThat(memory.of(CARRIER, IMPORTER)).isEqualTo(new Known(2, true));
        memory.doubt("no pair", 1);
    }

    @Test
    void partnersAreThoseWhoConsentedBothWays() {
        takeIn(PAIR, 1, true, MONDAY);
        takeIn(new Pair(CARRIER, "111222337"), 1, true, MONDAY);
        takeIn(new Pair("555666773", CARRIER), 1, true, MONDAY);
        assertThat(memory.partnersOf(CARRIER)).isEmpty();
        takeIn(new Pair(IMPORTER, CARRIER), 1, true, TUESDAY);
        assertThat(memory.partnersOf(CARRIER)).containsExactly(new ConsentMemory.Partner(IMPORTER, TUESDAY));
        assertThat(memory.partnersOf(IMPORTER)).containsExactly(new ConsentMemory.Partner(CARRIER, TUESDAY));
        memory.doubt(CARRIER + "-what", 1);
        takeIn(PAIR, 2, false, TUESDAY);
        assertThat(memory.partnersOf(CARRIER)).isEmpty();
        assertThat(memory.partnersOf(IMPORTER)).isEmpty();
    }

    private void takeIn(Pair pair, long version, boolean given, Instant since) {
        memory.takeIn(new ConsentFact(pair, version, given, since));
    }
}
