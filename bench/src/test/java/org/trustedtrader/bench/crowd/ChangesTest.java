package org.trustedtrader.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.test.World;

class ChangesTest {

    private static final int MADE = 200;

    private final Changes changes = new Changes(new World(1, 100, 0), 30);
    private final List<Integer> changed = new ArrayList<>();

    @Test
    void letsThoseChangeWhomItNamesBeforehandOneAfterTheOther() {
        changes.tell(change -> changed.add(change.trader()));
        make();
        assertThat(changes.toCome().boxed())
                .hasSize(30)
                .containsExactlyElementsOf(changed.stream().distinct().toList());
    }

    @Test
    void knowsWhoChangedLastAndHowManyDid() {
        changes.tell(change -> changed.addFirst(change.trader()));
        var before = Instant.now().minusMillis(1);
        make();
        assertThat(changes.latest(3)).isEqualTo(changed.subList(0, 3));
        assertThat(changes.count()).isEqualTo(MADE);
        assertThat(changes.between(before, Instant.now())).isEqualTo(MADE);
        assertThat(changes.between(Instant.now(), Instant.now().plusSeconds(1))).isZero();
    }

    private void make() {
        for (int i = 0; i < MADE; i++) {
            changes.one();
        }
    }
}
