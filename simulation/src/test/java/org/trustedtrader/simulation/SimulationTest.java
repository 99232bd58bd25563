package org.trustedtrader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A membership is true on every day of its life: ten years of members, with companies and officers that are late, silent,
 * contradictory, absent or dishonest, and messages that come late, twice and in any order.
 */
class SimulationTest {

    /** {@code -Dsimulation.members=200} for a long run. */
    private static final int MEMBERS = Integer.getInteger("simulation.members", 50);

    private static final int YEARS = 10;

    /** {@code -Dsimulation.seeds=1000} for a long run. */
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 2);

    @Test
    void theBorderAnswersAsTheRulesSayOnEveryDay() {
        var all = new Statistics();
        LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> new World(seed, MEMBERS, new Wiring()).run(YEARS))
                .forEachOrdered(all::add);
        System.out.println("simulation: " + SEEDS + " seeds, " + all);
        System.out.println("simulation: refused " + all.refusals());
        var days = ChronoUnit.DAYS.between(World.FIRST_DAY, World.FIRST_DAY.plusYears(YEARS));
        assertThat(all.memberDays()).isEqualTo(SEEDS * days * MEMBERS);
    }
}
