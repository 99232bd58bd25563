package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReplicaTest {

    @Test
    void twoProcessesOnOneHostHaveDifferentNamesUnlessTheyAreGivenOne() {
        assertThat(Replica.named("", "border-host").name()).startsWith("border-host-");
        assertThat(Replica.named("", "border-host")).isNotEqualTo(Replica.named("", "border-host"));
        assertThat(Replica.named("lane-1", "border-host").name()).isEqualTo("lane-1");
    }

    @Test
    void aHostWhoseNameDoesNotSuitIsLeftOut() {
        assertThat(Replica.named("", "hôte").name()).startsWith("replica-");
    }

    @Test
    void refusesANameThatDoesNotSuitABroker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replica.named("lane #1", "host"))
                .withMessageContaining("TTP_REPLICA");
    }
}
