package org.trustedtrader.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.refusal.Refusal;

class StateGuardTest {

    private enum State {
        OPEN,
        HELD,
        CLOSED
    }

    @Test
    void aWrongStateIsRefusedWithBothStates() {
        assertThatExceptionOfType(Refusal.WrongState.class)
                .isThrownBy(() -> StateGuard.require("close the thing", State.CLOSED, State.HELD, State.OPEN))
                .withMessageContainingAll("close the thing", "CLOSED", "OPEN, HELD");
    }

    @Test
    void aPossibleStatePasses() {
        assertThatCode(() -> StateGuard.require("close", State.OPEN, EnumSet.of(State.OPEN)))
                .doesNotThrowAnyException();
    }
}
