package org.trustedtrader.simulation;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison would find the faults that it is made for. */
class PlantedFaultsTest {

    private static final int SEEDS = 60;
    private static final int MEMBERS = 60;
    private static final int YEARS = 10;

    @ParameterizedTest
    @EnumSource
    void isFound(PlantedFault fault) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new World(seed, MEMBERS, fault.wiring()).run(YEARS);
            } catch (Difference found) {
                return;
            }
        }
        fail("Nothing was found in " + SEEDS + " seeds");
    }
}
