package org.trustedtrader.border.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

class WorldTest {

    private static final Moment FRESH = new Moment(World.NOW, Duration.ZERO, Duration.ofSeconds(60));

    private final World world = new World(42, 3_000, 200);
    private final List<Policy> policies = List.of(TestPolicies.shipped().at(0));

    @Test
    void everyIdentifierIsGivenOnceAndTheUnknownOnesNever() {
        var seen = new HashSet<Identifier>();
        for (int i = 0; i < world.traders(); i++) {
            world.identifiers(i)
                    .forEach(id -> assertThat(seen.add(id)).as("%s", id).isTrue());
        }
        for (int i = 0; i < world.cards(); i++) {
            assertThat(seen.add(new Identifier(Scheme.DRIVER_CARD, world.cardNumber(i))))
                    .isTrue();
        }
        for (var scheme : Scheme.values()) {
            for (int n = 0; n < 100; n++) {
                assertThat(seen).doesNotContain(world.unknown(scheme, n));
            }
        }
    }

    @Test
    void thereAreCodesForAMillionCarriers() {
        var names = new WorldNames(7);
        var seen = new HashSet<String>();
        for (int i = 0; i < WorldNames.CARRIER_CODES; i++) {
            seen.add(names.carrierCode(i));
        }
        assertThat(seen).hasSize(WorldNames.CARRIER_CODES);
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        var again = new World(42, 3_000, 200);
        var other = new World(43, 3_000, 200);
        assertThat(again.trader(17)).isEqualTo(world.trader(17));
        assertThat(other.trader(17)).isNotEqualTo(world.trader(17));
    }

    @Test
    void mostButNotAllTradersAreInGoodStanding() {
        var good = 0;
        for (int i = 0; i < world.traders(); i++) {
            var item = new Question.Item("BN9", world.bn9(i));
            var answer = ReferenceBorder.of(policies, world.trader(i))
                    .answer(new Question(World.NOW, null, List.of(item)), FRESH);
            good += answer.answers().getFirst().outcome() == Outcome.ELIGIBLE ? 1 : 0;
        }
        assertThat(good).isBetween(2_400, 2_900);
    }

    @ParameterizedTest
    @EnumSource
    void theStatesOfThoseAskedAboutAreEnoughToCheckAnAnswer(MemoryEngine.MemoryMode mode) {
        var engine = MemoryEngine.MemoryMode.BATCH.under(TestPolicies.shipped());
        List<Revision> changes = new ArrayList<>();
        world.forEach(engine::apply);
        for (int i = 0; i < 100; i++) {
            changes.add(world.change(i, 1, World.NOW));
        }
        changes.forEach(engine::apply);
        var shares = mode == MemoryEngine.MemoryMode.SINGLE
                ? QuestionGenerator.Shares.ZIPF
                : QuestionGenerator.Shares.UNIFORM;
        var asker = new QuestionGenerator(world, 1, shares);
        for (int i = 0; i < 300; i++) {
            var asked = asker.next();
            var question = new Question(World.NOW, null, List.of(asked.item()));
            assertThat(engine.answer(question, FRESH))
                    .isEqualTo(plain(asker.states(asked), changes).answer(question, FRESH));
            var crossing = asker.nextCrossing(World.NOW);
            assertThat(engine.decide(crossing.crossing(), FRESH))
                    .isEqualTo(plain(asker.states(crossing), changes).decide(crossing.crossing(), FRESH));
        }
    }

    @Test
    void frequentTradersAreAskedAboutAsZipfsLawSays() {
        var zipf = new ZipfDistribution(1_000, 1);
        var random = new SplittableRandom(3);
        var counts = new int[1_001];
        for (int i = 0; i < 200_000; i++) {
            counts[(int) zipf.next(random)]++;
        }
        assertThat(counts[1]).isBetween(25_000, 28_500);
        assertThat(counts[2]).isBetween(12_300, 14_500);
        assertThat(counts[10]).isBetween(2_300, 3_000);
        assertThat(counts[1_000]).isPositive();
    }

    /** Only what is about the traders of those states: the changes of others would make the reference know more. */
    private ReferenceBorder plain(List<Revision> states, List<Revision> changes) {
        var subjects = states.stream().map(Revision::subject).toList();
        var plain = ReferenceBorder.of(policies, states);
        changes.stream()
                .filter(c -> c.fact() instanceof MembershipFact m && subjects.contains(Revision.COMPANY + m.company()))
                .forEach(plain::apply);
        return plain;
    }
}
