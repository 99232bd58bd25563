package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.COMPANY;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredLeg;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredPlace;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class DeclareSupplyChainTest {

    private static final DeclaredPlace DETROIT =
            new DeclaredPlace(Optional.empty(), Optional.of("Parts Inc."), Optional.of("US"), Optional.of("MI"));

    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final InMemory.Companies companies = new InMemory.Companies();
    private final CompanyClock clock = Fixtures.clock();
    private final DeclareSupplyChain declare = new DeclareSupplyChain(assessments, companies, clock);

    @BeforeEach
    void anOpenAssessment() {
        assessments.createIfAbsent(
                Assessment.open(Fixtures.application(2, "SUBMITTED"), Fixtures.CATALOGUE, Fixtures.SELF, NOW));
    }

    @Test
    void looksUpTheCompanysOwnSites() {
        companies.keepNewest(
                COMPANY, 1, List.of(new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"))), Set.of());
        var chain = declare.declare(ID, List.of(leg(site("S1"), DETROIT)), Command.by(OWNER))
                .snapshot()
                .supplyChain();
        assertThat(chain.legs().getFirst().from().name()).isEqualTo("Windsor yard");
        assertThat(chain.legs().getFirst().from().code()).isEqualTo("CA-ON");
        assertThat(chain.legs().getFirst().to().code()).isEqualTo("US-MI");
    }

    @Test
    void refusesASiteThatTheCompanyDoesNotHave() {
        companies.keepNewest(COMPANY, 1, List.of(), Set.of());
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> declare.declare(ID, List.of(leg(site("S9"), DETROIT)), Command.by(OWNER)))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("legs[0].from.siteId"));
    }

    @Test
    void aCompanyThatIsNotKnownYetIsNotACompanyWithoutSites() {
        assertThatExceptionOfType(Refusal.Unavailable.class)
                .isThrownBy(() -> declare.declare(ID, List.of(leg(site("S1"), DETROIT)), Command.by(OWNER)));
    }

    @Test
    void refusesAPlaceWithNeitherSiteNorCountry() {
        var nowhere = new DeclaredPlace(Optional.empty(), Optional.of("Somewhere"), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> declare.declare(ID, List.of(leg(DETROIT, nowhere)), Command.by(OWNER)))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("legs[0].to.country"));
    }

    @Test
    void whatIfChangesNothing() {
        var simulate = new SimulateRisk(assessments, declare, RULES, clock);
        var worse = new SimulateRisk.Scenario(
                Optional.of(List.of("A3CHY")),
                Optional.of(List.of(leg(DETROIT, DETROIT))),
                Map.of("US", 1, "US-MI", 3));
        assertThat(simulate.simulate(ID, worse, OWNER).outcome().rating()).isEqualTo(Band.HIGH);
        assertThat(assessments.changes).containsExactly("opened");
        assertThat(assessments.find(ID).orElseThrow().snapshot().supplyChain().legs())
                .isEmpty();
    }

    @Test
    void whatIfRefusesAThreatBeyondTheScaleAndAnUnknownCriterion() {
        var simulate = new SimulateRisk(assessments, declare, RULES, clock);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> simulate.simulate(
                        ID, new SimulateRisk.Scenario(Optional.empty(), Optional.empty(), Map.of("US", 4)), OWNER));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> simulate.simulate(
                        ID,
                        new SimulateRisk.Scenario(Optional.of(List.of("XXXXX")), Optional.empty(), Map.of()),
                        OWNER));
    }

    private static DeclaredLeg leg(DeclaredPlace from, DeclaredPlace to) {
        return new DeclaredLeg("L1", from, to, TransportMode.ROAD, true);
    }

    private static DeclaredPlace site(String id) {
        return new DeclaredPlace(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
