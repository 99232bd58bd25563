package org.trustedtrader.border.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;

/** Whatever is duplicated, reordered, fails to be stored at first or is followed by a restart: the answers are the same. */
class StatusHistoryPropertyTest {

    private static final Policies POLICIES = TestPolicies.shipped();
    private static final int HOURS = 48;

    /** A state and the hour it counts from. */
    record Step(MembershipStatus status, int hour) {}

    @Test
    void theAnswerAtEveryTimeIsThatOfTheLastDecisionEffectiveByThen() {
        forAll(500, StatusHistoryPropertyTest::checkAnswers);
    }

    private static void checkAnswers(List<Step> history, Random random) {
        var store = new InMemoryRevisionStore();
        var memory = BorderStatus.load(POLICIES, store, CLOCK);
        var all = mixedUp(history, random);
        for (int from = 0; from < all.size(); ) {
            var until = from + 1 + random.nextInt(Math.min(4, all.size() - from));
            receive(memory, store, all.subList(from, until), random);
            from = until;
        }
        assertAnswers(memory, history);
        assertAnswers(BorderStatus.load(POLICIES, store, CLOCK), history);
    }

    @Test
    void nothingIsGrantedThatTheStoreOrTheNewestKnowledgeDoesNotGrant() {
        forAll(500, StatusHistoryPropertyTest::checkGrants);
    }

    private static void checkGrants(List<Step> history, Random random) {
        var store = new InMemoryRevisionStore();
        var memory = BorderStatus.load(POLICIES, store, CLOCK);
        List<Revision> received = new ArrayList<>();
        for (var revision : mixedUp(history, random)) {
            received.add(revision);
            if (random.nextInt(3) == 0) {
                memory.receive(revision);
            } else {
                store.fail(random.nextBoolean());
                tryToApply(memory, random.nextBoolean() ? received : List.of(revision));
            }
            var stored = BorderStatus.load(POLICIES, store, CLOCK);
            var all = BorderStatus.load(POLICIES, storeOf(received), CLOCK);
            for (int hour = -1; hour <= HOURS; hour++) {
                if (granted(memory, hour)) {
                    assertThat(granted(stored, hour)).isTrue();
                    assertThat(granted(all, hour)).isTrue();
                }
            }
        }
    }

    @Test
    void whatWasKnownWithCertainVersionsCanBeKnownAgain() {
        forAll(300, StatusHistoryPropertyTest::checkReplay);
    }

    private static void checkReplay(List<Step> history, Random random) {
        var store = new InMemoryRevisionStore();
        var memory = BorderStatus.load(POLICIES, store, CLOCK);
        memory.apply(carrier(1, MONDAY));
        for (int version = 1; version <= history.size(); version++) {
            memory.apply(state(history, version));
        }
        var cut = random.nextInt(history.size()) + 1;
        var then = memory.asKnownWith(Map.of("company/" + CARRIER, 1L, "membership/m-carrier", (long) cut), POLICIES);
        for (int hour = 0; hour <= HOURS; hour++) {
            assertThat(reasons(then, hour)).isEqualTo(expected(history.subList(0, cut), hour));
        }
    }

    /** The seed is the try's number; a history that fails is reported without the steps that do not matter to the failure. */
    private static void forAll(int tries, BiConsumer<List<Step>, Random> property) {
        for (int seed = 0; seed < tries; seed++) {
            var history = history(new Random(seed));
            if (failure(property, history, seed) != null) {
                var least = shrunk(property, history, seed);
                throw new AssertionError("seed " + seed + ": " + least, failure(property, least, seed));
            }
        }
    }

    private static List<Step> shrunk(BiConsumer<List<Step>, Random> property, List<Step> failing, int seed) {
        for (int i = 0; i < failing.size() && failing.size() > 1; i++) {
            var fewer = new ArrayList<>(failing);
            fewer.remove(i);
            if (failure(property, fewer, seed) != null) {
                return shrunk(property, fewer, seed);
            }
        }
        return failing;
    }

    private static @Nullable AssertionError failure(
            BiConsumer<List<Step>, Random> property, List<Step> history, int seed) {
        try {
            property.accept(history, new Random(seed));
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }

    private static List<Step> history(Random random) {
        List<Step> history = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            var status = MembershipStatus.values()[random.nextInt(MembershipStatus.values().length)];
            history.add(new Step(status, random.nextInt(HOURS + 1)));
        }
        return history;
    }

    /** Every state once or twice, in any order. */
    private static List<Revision> mixedUp(List<Step> history, Random random) {
        List<Revision> all = new ArrayList<>();
        all.add(carrier(1, MONDAY));
        for (int version = 1; version <= history.size(); version++) {
            all.add(state(history, version));
            if (random.nextInt(3) == 0) {
                all.add(state(history, version));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static void receive(
            BorderStatus memory, InMemoryRevisionStore store, List<Revision> together, Random random) {
        store.fail(random.nextInt(3) == 0);
        tryToApply(memory, together);
        store.fail(false);
        memory.apply(together);
    }

    private static void tryToApply(BorderStatus memory, List<Revision> together) {
        try {
            memory.apply(together);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the store is away");
        }
    }

    private static InMemoryRevisionStore storeOf(List<Revision> states) {
        var store = new InMemoryRevisionStore();
        store.append(Map.of(Revision.COMPANY + CARRIER, states));
        return store;
    }

    private static void assertAnswers(Status status, List<Step> history) {
        for (int hour = 0; hour <= HOURS; hour++) {
            assertThat(reasons(status, hour)).as("hour %d", hour).isEqualTo(expected(history, hour));
        }
    }

    /** The rule in its plainest words. */
    private static long expected(List<Step> history, int hour) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).hour() <= hour) {
                var refusal = history.get(i).status().refusal(Benefit.FAST_LANE);
                return refusal == null ? 0 : refusal.bit();
            }
        }
        return Reason.NOT_A_MEMBER.bit();
    }

    private static Revision state(List<Step> history, int version) {
        var step = history.get(version - 1);
        return carrierIs(step.status(), version, MONDAY.plus(Duration.ofHours(step.hour())));
    }

    private static boolean granted(Status status, int hour) {
        return reasons(status, hour) == 0;
    }

    private static long reasons(Status status, int hour) {
        var at = MONDAY.plus(Duration.ofHours(hour)).toEpochMilli();
        return status.party(code(CARRIER_CODE), at).reasons(Benefit.FAST_LANE, Role.CARRIER);
    }
}
