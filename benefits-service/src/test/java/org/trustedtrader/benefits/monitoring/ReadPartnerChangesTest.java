package org.trustedtrader.benefits.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.REVALIDATION_DUE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;
import static org.trustedtrader.border.trader.MembershipStatus.WITHDRAWN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.consent.ConsentFact;
import org.trustedtrader.benefits.consent.ConsentMemory;
import org.trustedtrader.benefits.consent.Pair;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.monitoring.PartnerChange.Place;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.aggregate.Actor;

class ReadPartnerChangesTest {

    private static final Actor OWNER = new Actor("user:i", Set.of("limited-user"), Optional.of(IMPORTER));
    private static final Instant CONSENTED = MONDAY.plusSeconds(60);

    private final BorderStatus status =
            BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
    private final ConsentMemory consents = new ConsentMemory();
    private Duration age = Duration.ofSeconds(2);
    private final ReadPartnerChanges reading = new ReadPartnerChanges(
            consents,
            status,
            new Lease(
                    Clock.fixed(TUESDAY, ZoneOffset.UTC),
                    () -> age,
                    Duration.ofSeconds(60),
                    new Lease.Reach(Duration.ofDays(100), Duration.ofDays(2))),
            () -> TUESDAY);

    @BeforeEach
    void partnersSinceMondayNoon() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        consents.takeIn(new ConsentFact(new Pair(CARRIER, IMPORTER), 1, true, MONDAY));
        consents.takeIn(new ConsentFact(new Pair(IMPORTER, CARRIER), 1, true, CONSENTED));
    }

    @Test
    void whatChangedBeforeTheConsentsIsNotTold() {
        given(carrierIs(SUSPENDED, 2, CONSENTED.minusMillis(1)));
        assertThat(read()).isEmpty();
        given(carrierIs(ACTIVE, 3, CONSENTED));
        assertThat(read()).containsExactly("INELIGIBLE to ELIGIBLE at " + CONSENTED);
    }

    @Test
    void onlyWhatPartnersSeeIsAChange() {
        given(carrierIs(REVALIDATION_DUE, 2, CONSENTED.plusSeconds(1)));
        given(carrierIs(SUSPENDED, 3, CONSENTED.plusSeconds(2)));
        given(carrierIs(WITHDRAWN, 4, CONSENTED.plusSeconds(3)));
        given(carrier(2, CONSENTED.plusSeconds(4)));
        given(TraderFixtures.unreadable("membership/m-carrier", 5, CONSENTED.plusSeconds(5)));
        assertThat(read())
                .containsExactly(
                        "ELIGIBLE to INELIGIBLE at " + CONSENTED.plusSeconds(2),
                        "INELIGIBLE to INDETERMINATE at " + CONSENTED.plusSeconds(5));
    }

    @Test
    void anAnnouncedChangeIsToldAhead() {
        var ahead = TUESDAY.plus(Duration.ofDays(3));
        given(recorded(carrierIs(SUSPENDED, 2, ahead), CONSENTED));
        assertThat(read()).containsExactly("ELIGIBLE to INELIGIBLE at " + ahead);
    }

    @Test
    void withoutBothConsentsOrAMembershipNothingIsTold() {
        given(carrierIs(SUSPENDED, 2, CONSENTED));
        assertThat(read()).hasSize(1);
        given(importerIs(WITHDRAWN, 2, CONSENTED));
        assertThat(read()).isEmpty();
        given(importerIs(ACTIVE, 3, CONSENTED));
        consents.takeIn(new ConsentFact(new Pair(CARRIER, IMPORTER), 2, false, TUESDAY));
        assertThat(read()).isEmpty();
    }

    /** Two seconds of age and five for clocks that are apart. */
    @Test
    void whatWasRecordedLatelyWaitsForWhatMayStillArrive() {
        given(recorded(carrierIs(SUSPENDED, 2, CONSENTED), TUESDAY.minusSeconds(7)));
        assertThat(read()).isEmpty();
        assertThat(page(Place.BEGINNING, 9).upTo()).isEqualTo(TUESDAY.minusSeconds(7));
        age = Duration.ofMillis(1_999);
        assertThat(read()).hasSize(1);
    }

    @Test
    void whoeverGoesOnFromAPlaceMissesNothingAndReadsNothingTwice() {
        var told = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            var at = CONSENTED.plusSeconds(i / 2);
            given(recorded(carrierIs(i % 2 == 0 ? SUSPENDED : ACTIVE, i + 2, CONSENTED.plusSeconds(i)), at));
        }
        var place = Place.BEGINNING;
        boolean more;
        do {
            var page = page(place, 1);
            page.changes().forEach(change -> told.add(text(change)));
            place = page.changes().getLast().place();
            more = page.more();
        } while (more);
        assertThat(told).hasSize(9).doesNotHaveDuplicates().isEqualTo(read());
        assertThat(page(place, 1).changes()).isEmpty();
    }

    private List<String> read() {
        return page(Place.BEGINNING, 100).changes().stream()
                .map(ReadPartnerChangesTest::text)
                .toList();
    }

    private ReadPartnerChanges.Changes page(Place after, int limit) {
        return reading.after(after, limit, OWNER);
    }

    private static String text(PartnerChange change) {
        assertThat(change.place().company()).isEqualTo(CARRIER);
        return change.from() + " to " + change.to() + " at " + change.effectiveAt();
    }

    private static Revision recorded(Revision known, Instant at) {
        return new Revision(known.subject(), known.version(), known.effectiveAt(), at, known.fact());
    }

    private void given(Revision... known) {
        for (var one : known) {
            status.apply(one);
        }
    }
}
