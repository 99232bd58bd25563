package org.trustedtrader.border.test;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine says what the plain reference says, whatever happens. {@code -Dttp.worlds} is the number of worlds for each
 * mode, {@code -Dttp.seed} the seed of the first one. A failure prints the smallest world that still shows it.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS) // a campaign takes as long as was asked for
class EngineEqualsReferenceTest {

    private static final int WORLDS = Integer.getInteger("ttp.worlds", 100);
    private static final long FIRST_SEED = Long.getLong("ttp.seed", 20_261_126);

    @ParameterizedTest
    @EnumSource
    void theEngineSaysWhatTheReferenceSays(MemoryEngine.MemoryMode mode) {
        var comparison = new Comparison(mode);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var world = RandomWorld.of(seed);
            if (comparison.difference(world).isPresent()) {
                fail(shrunk(world, comparison));
            }
        }
        System.out.printf("%s: %,d answers compared in %,d worlds%n", mode, comparison.compared(), WORLDS);
    }

    private static String shrunk(RandomWorld world, Comparison comparison) {
        var least = new Shrinker(w -> comparison.difference(w).isPresent()).shrink(world);
        return "-Dttp.seed=%d differs; shrunk to %d steps:%n%s%n%s"
                .formatted(
                        world.seed(),
                        least.steps().size(),
                        WorldAsJava.of(least),
                        comparison.difference(least).orElseThrow());
    }
}
