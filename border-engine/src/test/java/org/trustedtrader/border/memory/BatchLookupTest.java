package org.trustedtrader.border.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** Lookup-ups, one by one and several at once, against what the memory says in full. */
class BatchLookupTest {

    private static final int TRADERS = 2_000;
    private static final int LOT = 7;
    private static final long LATER = World.NOW.plusSeconds(86_400).toEpochMilli();

    private final World world = new World(5, TRADERS, 20);
    private final BorderStatus status = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), CLOCK);
    private final QuestionGenerator asker =
            new QuestionGenerator(world, 3, new QuestionGenerator.Shares(0, 0.1, 0.2, 0.2));

    @Test
    void tellWhatTheMemorySaysInFull() {
        world.forEach(status::apply);
        assertThat(compare(LATER)).isGreaterThan(TRADERS / 2);
    }

    @Test
    void tellItAfterEveryTraderChanged() {
        world.forEach(status::apply);
        for (int nth = 1; nth <= 3; nth++) {
            for (int trader = 0; trader < TRADERS; trader++) {
                status.apply(world.change(trader, nth, World.NOW.plusSeconds(nth)));
            }
            assertThat(compare(LATER)).isGreaterThan(TRADERS / 2);
        }
    }

    @Test
    void tellNothingOfATimeBeforeMemory() {
        world.forEach(status::apply);
        var at = World.NOW.plusSeconds(10);
        IntStream.range(0, TRADERS).forEach(trader -> status.apply(world.change(trader, 1, at)));
        assertThat(compare(at.toEpochMilli() - 1)).isLessThan(TRADERS);
    }

    /** A trader number 0 must not be found by what is no identifier. */
    @Test
    void findNobodyByWhatIsNoIdentifier() {
        world.trader(0).forEach(status::apply);
        for (var scheme : Scheme.values()) {
            assertThat(tells(scheme, "", LATER)).isFalse();
            assertThat(tells(scheme, "0", LATER)).isFalse();
            assertThat(tells(scheme, world.bn9(0) + " ", LATER)).isFalse();
        }
        assertThat(tells(Scheme.DRIVER_CARD, world.cardNumber(0), LATER)).isFalse();
    }

    @Test
    void shareAProfileAmongTradersWithSeveralMemberships() {
        world.forEach(status::apply);
        var several = IntStream.range(0, TRADERS)
                .filter(trader -> memberships(trader) > 1)
                .toArray();
        assertThat(several).isNotEmpty();
        for (var trader : several) {
            var state = status.memory().state(world.bn9(trader)).orElseThrow();
            assertThat(state.versions()).containsExactlyInAnyOrderEntriesOf(newest(trader));
            assertThat(state.claims()).isEqualTo(Set.copyOf(world.identifiers(trader)));
            assertThat(state.periods().getLast().profile().members())
                    .allSatisfy(member -> assertThat(newest(trader)).containsKey(member.subject()));
        }
        assertThat(status.memory().image().states()).isEmpty();
    }

    private long memberships(int trader) {
        return newest(trader).keySet().stream()
                .filter(subject -> subject.startsWith(Revision.MEMBERSHIP))
                .count();
    }

    private Map<String, Long> newest(int trader) {
        return world.trader(trader).stream().collect(Collectors.toMap(Revision::subject, Revision::version, Math::max));
    }

    private boolean tells(Scheme scheme, String id, long millis) {
        var lookups = new BatchLookup(1);
        lookups.add(scheme, id);
        status.memory().lookUp(lookups, millis);
        return lookups.isResolved(0) || status.memory().lookUp(scheme, id, millis, new Lookup());
    }

    /** @return how many were told */
    private int compare(long millis) {
        var memory = status.memory();
        var lookups = new BatchLookup(LOT);
        var single = new Lookup();
        var resolved = 0;
        for (int lot = 0; lot < TRADERS / 2; lot++) {
            List<QuestionGenerator.Asked> asked = new ArrayList<>();
            lookups.clear();
            for (int i = 0; i < LOT; i++) {
                asked.add(asker.next());
                lookups.add(scheme(asked.get(i)), asked.get(i).item().id());
            }
            memory.lookUp(lookups, millis);
            for (int i = 0; i < LOT; i++) {
                var id = asked.get(i).item().id();
                var scheme = scheme(asked.get(i));
                assertThat(memory.lookUp(scheme, id, millis, single)).isEqualTo(lookups.isResolved(i));
                var claimed = scheme.admits(id)
                        && !memory.claimants(new Identifier(scheme, id)).isEmpty();
                var nobodys = scheme != Scheme.DRIVER_CARD && scheme.admits(id) && !claimed;
                assertThat(lookups.isNobodys(i)).isEqualTo(nobodys);
                if (lookups.isResolved(i)) {
                    resolved++;
                    var party = memory.party(new Identifier(scheme, id), millis);
                    assertSame(lookups.get(i), party);
                    assertSame(single, party);
                }
            }
        }
        return resolved;
    }

    private static Scheme scheme(QuestionGenerator.Asked asked) {
        return Scheme.named(asked.item().scheme());
    }

    private static void assertSame(Lookup lookup, Party party) {
        assertThat(party.isNobody()).isFalse();
        assertThat(lookup.versions()).isEqualTo(party.versions());
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                assertThat(lookup.reasons(benefit, role)).isEqualTo(party.reasons(benefit, role));
            }
        }
    }
}
