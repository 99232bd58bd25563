package org.trustedtrader.enrolment.regionaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.regionaccess.RegionAccess.Status;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

class RegionAccessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor ADAM = officer("user:adam", "CA-QC");

    @Test
    void itOpensTheFileWithItsReasonForADay() {
        var access = open(ADAM);
        assertThat(access.change().orElseThrow().reason()).isEqualTo("Sick leave.");
        assertThat(access.snapshot().region()).isEqualTo("CA-ON");
        assertThat(access.status(NOON.plus(Duration.ofHours(24)).minusMillis(1)))
                .isEqualTo(Status.OPEN);
        assertThat(access.status(NOON.plus(Duration.ofHours(24)))).isEqualTo(Status.EXPIRED);
    }

    @Test
    void anOfficerOfTheRegionNeedsNone() {
        assertThatThrownBy(() -> open(officer("user:olivia", "CA")))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("region-covered"));
    }

    @ParameterizedTest
    @EnumSource
    void itIsEndedWhileItIsOpenOnly(Status status) {
        var access = open(ADAM);
        access.changeStored();
        var later = status == Status.EXPIRED ? NOON.plus(Duration.ofHours(25)) : NOON.plus(Duration.ofHours(1));
        if (status == Status.ENDED) {
            access.end("Done.", ADAM, later);
            access.changeStored();
        }
        if (status == Status.OPEN) {
            access.end("Done.", ADAM, later);
            assertThat(access.status(later)).isEqualTo(Status.ENDED);
            assertThat(access.change().orElseThrow().reason()).isEqualTo("Done.");
        } else {
            assertThatThrownBy(() -> access.end("Done.", ADAM, later))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining(status.name())
                    .hasMessageContaining("OPEN");
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("Regions of officers");
        assertThat(documented.states())
                .containsExactlyInAnyOrder(
                        Stream.of(Status.values()).map(Enum::name).toArray(String[]::new));
        assertThat(documented.leads("`end`")).isEqualTo(Map.of("OPEN", Set.of("ENDED")));
        assertThat(documented.leads("its time passes")).isEqualTo(Map.of("OPEN", Set.of("EXPIRED")));
    }

    @Test
    void onlyItsOfficerProgrammeManagersAndAuditorsKnowOfIt() {
        var access = open(ADAM);
        assertThat(access.visibleTo(ADAM)).isTrue();
        assertThat(access.visibleTo(actor("user:morgan", "programme-manager"))).isTrue();
        assertThat(access.visibleTo(actor("user:audrey", "auditor"))).isTrue();
        assertThat(access.visibleTo(officer("user:vera", "CA-QC"))).isFalse();
        assertThat(access.visibleTo(actor("user:paul", "approver"))).isFalse();
        assertThat(access.visibleTo(new Actor("user:carla", Set.of("account-owner"), Optional.of("123456782"))))
                .isFalse();
    }

    @Test
    void itIsReadBackAsItWasStored() {
        var access = open(ADAM);
        var restored = RegionAccess.restore(new Aggregate.Stored(access.id(), 1, Map.of()), access.snapshot());
        assertThat(restored.snapshot()).isEqualTo(access.snapshot());
    }

    private static RegionAccess open(Actor officer) {
        var request = new RegionAccess.Request("123456782", Optional.of("CA-ON"), "Sick leave.", "applications/1");
        return RegionAccess.open("a1", request, Duration.ofHours(24), officer, NOON);
    }

    private static Actor officer(String id, String region) {
        return new Actor(id, Set.of("assessor"), Optional.empty(), Optional.of(Set.of(region)));
    }

    private static Actor actor(String id, String role) {
        return new Actor(id, Set.of(role), Optional.empty());
    }
}
