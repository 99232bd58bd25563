package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReplicaNameTest {

    @Test
    void twoProcessesOnOneHostHaveDifferentNamesUnlessTheyAreGivenOne() {
        assertThat(ReplicaName.named("", "border-host").name()).startsWith("border-host-");
        assertThat(ReplicaName.named("", "border-host")).isNotEqualTo(ReplicaName.named("", "border-host"));
        assertThat(ReplicaName.named("lane-1", "border-host").name()).isEqualTo("lane-1");
    }

    @Test
    void aHostWhoseNameDoesNotSuitIsLeftOut() {
        assertThat(ReplicaName.named("", "hôte").name()).startsWith("replica-");
    }

    @Test
    void refusesANameThatDoesNotSuitABroker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplicaName.named("lane #1", "host"))
                .withMessageContaining("TTP_REPLICA");
    }
}
