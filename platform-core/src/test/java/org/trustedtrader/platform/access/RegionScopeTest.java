package org.trustedtrader.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

class RegionScopeTest {

    private static final Optional<String> NO_SITE = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "CA-ON, true",
        "CA-QC, false",
        "CA, false",
        "US-MI, true",
        "US, true",
        "MX-SON, false",
        "DE, false",
    })
    void anOfficerWorksForTheNamedRegionsAndForEveryRegionOfANamedCountry(String region, boolean covered) {
        assertThat(scope("assessor", "CA-ON", "US").covers(Optional.of(region))).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-officer", "assessor", "validator"})
    void aRegionalRoleWithoutRegionsWorksNowhere(String role) {
        var scope = RegionScope.of(new Actor("user:x", Set.of(role), Optional.empty()));
        assertThat(scope.isUnlimited()).isFalse();
        assertThat(scope.covers(Optional.of("CA-ON"))).isFalse();
    }

    /** The role of headquarters is no way round the regions of the other one. */
    @Test
    void whoHasARegionalRoleBesideOneOfHeadquartersNeedsRegionsToo() {
        var scope = RegionScope.of(new Actor("user:erin", Set.of("assessor", "approver"), Optional.empty()));
        assertThat(scope.covers(Optional.of("CA-ON"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "programme-manager", "auditor", "intelligence-officer"})
    void headquartersSeesTheWholeCountryUnlessItsTokenNamesRegions(String role) {
        assertThat(RegionScope.of(new Actor("user:x", Set.of(role), Optional.empty()))
                        .isUnlimited())
                .isTrue();
        assertThat(scope(role, "CA-BC").covers(Optional.of("CA-ON"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-owner", "full-user", "border-system", "service", "operator"})
    void whoIsNoOfficerIsNotLimitedByRegions(String role) {
        assertThat(RegionScope.of(new Actor("x", Set.of(role), Optional.of("123456782")))
                        .isUnlimited())
                .isTrue();
        assertThat(scope(role, "CA-BC").isUnlimited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ca-on", "CA_ON", "Ontario", "C", "CA-", "CA-ONTA", "*"})
    void whatIsNoRegionAdmitsNowhere(String code) {
        assertThat(scope("assessor", code).covers(Optional.of("CA-ON"))).isFalse();
        assertThat(scope("approver", code).covers(Optional.of("CA-ON"))).isFalse();
        assertThatThrownBy(() -> RegionScope.parse("region", code)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void aCompanyWithoutASiteIsEveryIntakeOfficers() {
        assertThat(scope("intake-officer", "CA-BC").covers(NO_SITE)).isTrue();
        assertThat(scope("assessor", "CA-BC").covers(NO_SITE)).isFalse();
        assertThat(scope("validator", "CA-BC").covers(NO_SITE)).isFalse();
    }

    private static RegionScope scope(String role, String... regions) {
        return RegionScope.of(new Actor("user:x", Set.of(role), Optional.empty(), Optional.of(Set.of(regions))));
    }
}
