package org.trustedtrader.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void addsUserAndSystemTimeOfTheProcessAndOfItsEndedChildrenWhateverItsName() {
        assertThat(Cpu.ofStat("42 (a) b (c) S 1 42 42 0 -1 4194560 1 2 3 4 100 20 3000 400 20 0 1 0 5"))
                .isEqualTo(3520);
    }
}
