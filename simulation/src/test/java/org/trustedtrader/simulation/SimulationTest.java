package org.trustedtrader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A membership is true on every day of its life: ten years of members, with companies and officers that are late, silent,
 * contradictory, absent or dishonest, and messages that come late, twice and in any order.
 */
class SimulationTest {

    /** {@code -Dsimulation.members=200} for a long run. */
    private static final int MEMBERS = Integer.getInteger("simulation.members", 100);

    private static final int YEARS = 10;

    /** {@code -Dsimulation.seeds=1000} for a long run. */
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 20);

    /** {@code -Dsimulation.first=201} to go on where another run ended. */
    private static final long FIRST = Long.getLong("simulation.first", 1);

    @Test
    void theBorderAnswersAsTheRulesSayOnEveryDay() {
        var all = new Statistics();
        var differences = new ConcurrentSkipListMap<Long, String>();
        LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(seed -> play(seed, differences))
                .forEachOrdered(all::add);
        System.out.println("simulation: " + SEEDS + " seeds, " + differences.size() + " differences, " + all);
        System.out.println("simulation: refused " + all.refusals());
        assertThat(differences.values()).isEmpty();
        var days = ChronoUnit.DAYS.between(World.FIRST_DAY, World.FIRST_DAY.plusYears(YEARS));
        assertThat(all.memberDays()).isEqualTo(SEEDS * days * MEMBERS);
    }

    private static Statistics play(long seed, Map<Long, String> differences) {
        try {
            return new World(seed, MEMBERS, new Wiring()).run(YEARS);
        } catch (Difference found) {
            differences.put(seed, found.getMessage());
            return new Statistics();
        }
    }
}
