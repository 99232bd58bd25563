package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.aggregate.Actor;

class VisibilityTest {

    @ParameterizedTest
    @CsvSource({
        "validator, true",
        "assessor, true",
        "approver, true",
        "intake-officer, true",
        "intelligence-officer, true",
        "auditor, true",
        "programme-manager, true",
        "service, true",
        "border-system, false",
        "operator, false",
        "account-owner, false"
    })
    void officersSeeEveryVisit(String role, boolean sees) {
        var actor = new Actor("user:x", Set.of(role), Optional.empty());
        assertThat(in(VisitState.DUE).visibleTo(actor)).isEqualTo(sees);
    }

    @Test
    void aCompanySeesItsOwnVisitsAndNoOthers() {
        var mallory = new Actor("user:m", Set.of("account-owner"), Optional.of("111222337"));
        assertThat(in(VisitState.DUE).visibleTo(CARLA)).isTrue();
        assertThat(in(VisitState.DUE).visibleTo(mallory)).isFalse();
    }

    @Test
    void aCompanyAskingForAnotherCompanysVisitsFindsNone() {
        var all = new Visits.Criteria(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var others =
                new Visits.Criteria(Optional.of("111222337"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(all.narrowedTo(CARLA).company()).contains(COMPANY);
        assertThat(others.narrowedTo(CARLA).company()).contains("");
        assertThat(others.narrowedTo(VERA).company()).contains("111222337");
        var nobody = new Actor("user:x", Set.of("limited-user"), Optional.empty());
        assertThat(all.narrowedTo(nobody).company()).contains("");
    }
}
