package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.COMPANY;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredChain;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredLeg;
import org.trustedtrader.assessment.review.DeclareSupplyChain.DeclaredPlace;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class DeclareSupplyChainTest {

    private static final DeclaredPlace DETROIT =
            new DeclaredPlace(Optional.empty(), Optional.of("Parts Inc."), Optional.of("US"), Optional.of("MI"));

    private static final DeclaredPlace WINDSOR = party("Terminal", "CA");

    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final InMemory.Companies companies = new InMemory.Companies();
    private final CompanyClock clock = Fixtures.clock();
    private final DeclareSupplyChain declare = new DeclareSupplyChain(assessments, companies, clock);

    @BeforeEach
    void anOpenAssessment() {
        assessments.createIfAbsent(Assessment.open(
                Fixtures.application(2, "SUBMITTED"), List.of(), Fixtures.CATALOGUE, Fixtures.SELF, NOW));
    }

    @Test
    void looksUpTheCompanysOwnSites() {
        companies.keepNewest(
                COMPANY,
                1,
                new CompanySites.Sites(
                        List.of(new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"))),
                        Set.of(),
                        List.of()));
        var chain = declare.declare(ID, chain(leg(site("S1"), DETROIT)), Command.by(OWNER))
                .snapshot()
                .supplyChain();
        assertThat(chain.legs().getFirst().from().name()).isEqualTo("Windsor yard");
        assertThat(chain.legs().getFirst().from().code()).isEqualTo("CA-ON");
        assertThat(chain.legs().getFirst().to().code()).isEqualTo("US-MI");
    }

    @Test
    void refusesASiteThatTheCompanyDoesNotHave() {
        companies.keepNewest(COMPANY, 1, new CompanySites.Sites(List.of(), Set.of(), List.of()));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> declare.declare(ID, chain(leg(site("S9"), DETROIT)), Command.by(OWNER)))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("legs[0].from.siteId"));
    }

    @Test
    void aCompanyThatIsNotKnownYetIsNotACompanyWithoutSites() {
        assertThatExceptionOfType(Refusal.Unavailable.class)
                .isThrownBy(() -> declare.declare(ID, chain(leg(site("S1"), DETROIT)), Command.by(OWNER)));
    }

    @Test
    void refusesAPlaceWithNeitherSiteNorCountry() {
        var nowhere = new DeclaredPlace(Optional.empty(), Optional.of("Somewhere"), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> declare.declare(ID, chain(leg(DETROIT, nowhere)), Command.by(OWNER)))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("legs[0].to.country"));
    }

    @Test
    void whatIfChangesNothing() {
        var simulate = new SimulateRisk(assessments, declare, RULES, clock);
        var worse = new SimulateRisk.Scenario(
                Optional.of(List.of("A3CHY")),
                Optional.of(List.of(leg(WINDSOR, DETROIT))),
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

    @Test
    void goodsThatArriveInNingboDoNotLeaveFromShanghai() {
        var shanghai = party("Shanghai port", "CN");
        refuses(
                chain(
                        leg("L1", party("Works", "CN"), party("Ningbo port", "CN"), TransportMode.ROAD),
                        leg("L2", shanghai, party("Vancouver port", "CA"), TransportMode.MARINE)),
                "legs[1].from",
                "must begin where leg L1 ends, at Ningbo port (CN)");
    }

    @Test
    void whatIsWrongInALegIsRefusedWithItsPath() {
        refuses(
                chain(leg("L1", DETROIT, party("Plant", "Canada"), TransportMode.ROAD)),
                "legs[0].to.country",
                "must be two capital letters (ISO 3166-1)");
        refuses(
                chain(leg("no id", DETROIT, WINDSOR, TransportMode.ROAD)),
                "legs[0].id",
                "must have 1 to 20 letters, digits or hyphens");
    }

    @Test
    void aModeThatCannotBeIsRefused() {
        var works = party("Works", "CN");
        refuses(
                chain(leg("L1", works, party("Plant", "CA"), TransportMode.ROAD)),
                "legs[0].mode",
                "cannot be ROAD: an ocean lies between CN and CA");
        refuses(
                chain(leg("L1", works, party("Ningbo port", "CN"), TransportMode.STORAGE)),
                "legs[0].to",
                "must be the place where the leg begins: goods in storage stay where they are");
        refuses(
                chain(leg("L1", works, works, TransportMode.RAIL)),
                "legs[0].to",
                "must be another place than the one where the leg begins; goods that rest are a STORAGE leg");
        refuses(
                chain(leg("L1", works, works, TransportMode.STORAGE)),
                "legs",
                "must have a leg that moves the goods from an origin to a destination");
    }

    @Test
    void nothingIsKnownAgainstATrainFromChinaToGermanyOrAnUnknownCountry() {
        var chain = chain(
                leg("L1", party("Works", "CN"), party("Duisburg", "DE"), TransportMode.RAIL),
                leg("L2", party("duisburg ", "DE"), party("Somewhere", "ZZ"), TransportMode.ROAD));
        assertThat(declare.declare(ID, chain, Command.by(OWNER))
                        .snapshot()
                        .supplyChain()
                        .faults())
                .isEmpty();
    }

    @Test
    void chainsHaveNamesAndEachHoldsTogetherByItself() {
        var parts = new DeclaredChain(Optional.of("Parts"), List.of(leg("P1", DETROIT, WINDSOR, TransportMode.ROAD)));
        var steel = new DeclaredChain(
                Optional.of("Steel"),
                List.of(
                        leg("S1", party("Mill", "DE"), party("Hamburg port", "DE"), TransportMode.RAIL),
                        leg("S2", party("Hamburg port", "DE"), party("Montréal port", "CA"), TransportMode.MARINE)));
        var declared = declare.declare(ID, List.of(parts, steel), Command.by(OWNER))
                .snapshot()
                .supplyChain();
        assertThat(declared.chains())
                .extracting(
                        chain -> chain.name().orElseThrow() + " " + chain.legs().size())
                .containsExactly("Parts 1", "Steel 2");
        var broken = new DeclaredChain(
                Optional.of("Steel"),
                List.of(steel.legs().getFirst(), leg("S3", DETROIT, WINDSOR, TransportMode.ROAD)));
        refuses(List.of(parts, broken), "chains[1].legs[1].from", "must begin where leg S1 ends, at Hamburg port (DE)");
        refuses(
                List.of(parts, new DeclaredChain(Optional.of("parts"), steel.legs())),
                "chains[1].name",
                "is the name of another chain too");
        refuses(
                List.of(parts, new DeclaredChain(Optional.of("Copy"), parts.legs())),
                "chains[1].legs[0].id",
                "is the id of another leg too");
        refuses(
                List.of(new DeclaredChain(Optional.of("Empty"), List.of())),
                "chains[0].legs",
                "must have a leg that moves the goods from an origin to a destination");
    }

    private void refuses(List<DeclaredChain> declared, String field, String why) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> declare.declare(ID, declared, Command.by(OWNER)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.message().in(Locale.ENGLISH)).isEqualTo(why);
                            assertThat(fault.message().in(Locale.FRENCH)).isNotEqualTo(why);
                        }));
    }

    private static List<DeclaredChain> chain(DeclaredLeg... legs) {
        return DeclaredChain.unnamed(List.of(legs));
    }

    private static DeclaredPlace party(String name, String country) {
        return new DeclaredPlace(Optional.empty(), Optional.of(name), Optional.of(country), Optional.empty());
    }

    private static DeclaredLeg leg(String id, DeclaredPlace from, DeclaredPlace to, TransportMode mode) {
        return new DeclaredLeg(id, from, to, mode, true);
    }

    private static DeclaredLeg leg(DeclaredPlace from, DeclaredPlace to) {
        return new DeclaredLeg("L1", from, to, TransportMode.ROAD, true);
    }

    private static DeclaredPlace site(String id) {
        return new DeclaredPlace(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
