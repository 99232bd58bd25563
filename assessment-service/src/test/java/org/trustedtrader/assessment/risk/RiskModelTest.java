package org.trustedtrader.assessment.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.refusal.Refusal;

class RiskModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ThreatLevels LEVELS = new ThreatLevels(
            "test",
            "made up",
            2,
            Map.of(
                    "CA", levels(1),
                    "US", levels(2),
                    "US-MI", levels(1),
                    "MX", Map.of(Threat.CONTRABAND, 3, Threat.TERRORISM, 1)));
    private static final RiskModel MODEL = new RiskModel(LEVELS);
    private static final Failure MUST_SEAL = new Failure("A3CHY", Category.SEALS, Level.MUST, Scope.COMPANY);
    private static final Failure SHOULD_SEAL = new Failure("DGC52", Category.SEALS, Level.SHOULD, Scope.COMPANY);

    @ParameterizedTest(name = "threat {0} × vulnerability {1} = {2}: {3}")
    @CsvSource({
        "1,1,1,LOW", "1,2,2,LOW", "1,3,3,MEDIUM",
        "2,1,2,LOW", "2,2,4,MEDIUM", "2,3,6,HIGH",
        "3,1,3,MEDIUM", "3,2,6,HIGH", "3,3,9,HIGH"
    })
    void aLegsRiskIsThreatTimesVulnerability(int threat, int vulnerability, int score, Band band) {
        String country = List.of("CA", "US", "MX").get(threat - 1);
        List<Failure> failures = List.of(List.<Failure>of(), List.of(SHOULD_SEAL), List.of(MUST_SEAL))
                .get(vulnerability - 1);
        var leg = assess(chain(road("L1", "CA", country)), failures)
                .outcome()
                .legs()
                .getFirst();
        assertThat(leg.threat()).isEqualTo(threat);
        assertThat(leg.vulnerability()).isEqualTo(vulnerability);
        assertThat(leg.score()).isEqualTo(score);
        assertThat(leg.band()).isEqualTo(band);
    }

    @Test
    void aChainIsAsRiskyAsItsWorstLeg() {
        var outcome = assess(chain(road("L1", "CA", "CA"), road("L2", "CA", "MX"), road("L3", "CA", "US")), List.of())
                .outcome();
        assertThat(outcome.rating()).isEqualTo(Band.MEDIUM);
        assertThat(outcome.decidedBy()).isEqualTo(Rule.WORST_LEG);
        assertThat(outcome.explanation()).contains("L2").contains("3 × 1 = 3");
    }

    @Test
    void aFailedMustForcesAtLeastMediumEvenWhereNoLegIsExposed() {
        var elsewhere = new Failure("Z68SD", Category.PHYSICAL_SECURITY, Level.MUST, Scope.COMPANY);
        var outcome = assess(
                        chain(new Leg("L1", at("CA"), elsewhere("CA"), TransportMode.AIR, false)), List.of(elsewhere))
                .outcome();
        assertThat(outcome.legs().getFirst().band()).isEqualTo(Band.LOW);
        assertThat(outcome.rating()).isEqualTo(Band.MEDIUM);
        assertThat(outcome.decidedBy()).isEqualTo(Rule.FAILED_MUST_FLOOR);
    }

    @Test
    void aFailedMustNeverLowersAHighRating() {
        assertThat(assess(chain(road("L1", "CA", "MX")), List.of(MUST_SEAL))
                        .outcome()
                        .rating())
                .isEqualTo(Band.HIGH);
    }

    @Test
    void brokenSealProceduresMatterOnlyWhereGoodsAreSealedOrHandedOver() {
        var plane = new Leg("L1", at("CA"), at("US"), TransportMode.AIR, false);
        var handedOver = new Leg("L2", at("CA"), at("US"), TransportMode.AIR, true);
        var legs =
                assess(chain(plane, handedOver), List.of(MUST_SEAL)).outcome().legs();
        assertThat(legs.get(0).vulnerability()).isEqualTo(1);
        assertThat(legs.get(1).vulnerability()).isEqualTo(3);
    }

    @Test
    void goodsWithoutADeclaredChainAreUnratedWhateverFailed() {
        for (var failures : List.of(List.<Failure>of(), List.of(SHOULD_SEAL), List.of(MUST_SEAL))) {
            var risk = assess(SupplyChain.UNDECLARED, failures);
            assertThat(risk.outcome().rating()).isEqualTo(Band.UNRATED).isGreaterThan(Band.HIGH);
            assertThat(risk.outcome().decidedBy()).isEqualTo(Rule.NO_SUPPLY_CHAIN);
            assertThat(risk.outcome().explanation()).contains("HIGHWAY_CARRIER").contains("No supply chain");
            assertThat(risk.outcome().reason(risk.inputs()).in(Locale.CANADA_FRENCH))
                    .startsWith("Aucune chaîne")
                    .contains("HIGHWAY_CARRIER");
            assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
        }
    }

    @Test
    void aChainThatGoodsCannotTakeIsUnratedHoweverSafeItsLegsAre() {
        var gap = new SupplyChain(List.of(
                new Leg("L1", at("CA"), elsewhere("CA"), TransportMode.ROAD, false),
                new Leg("L2", at("CA"), at("US"), TransportMode.ROAD, false)));
        var risk = assess(gap, List.of());
        assertThat(risk.outcome().rating()).isEqualTo(Band.UNRATED);
        assertThat(risk.outcome().decidedBy()).isEqualTo(Rule.BROKEN_SUPPLY_CHAIN);
        assertThat(risk.outcome().explanation()).contains("legs[1].from must begin where leg L1 ends");
        assertThat(risk.outcome().legs()).hasSize(2);
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
    }

    @Test
    void theCriteriaAloneRateACompanyThatMovesNoGoods() {
        var failures = List.of(List.<Failure>of(), List.of(SHOULD_SEAL), List.of(SHOULD_SEAL, MUST_SEAL));
        assertThat(failures)
                .extracting(failed -> MODEL.assess(SupplyChain.UNDECLARED, Set.of(), failed, "2026.1", NOW)
                        .outcome()
                        .rating())
                .containsExactly(Band.LOW, Band.MEDIUM, Band.HIGH);
    }

    @Test
    void inputsOfTheModelBeforeAreRatedAsTheyWere() {
        var undeclared = new Leg("undeclared", at("ZZ"), at("ZZ"), TransportMode.ROAD, true);
        var threat = new ThreatFactor("ZZ", Threat.TERRORISM, 2);
        var inputs = new RiskInputs(
                "risk-model-1",
                "test",
                "2026.1",
                Set.of(),
                List.of(new RiskInputs.LegInput(undeclared, threat, threat)),
                List.of());
        assertThat(RiskModel.rate(inputs).rating()).isEqualTo(Band.LOW);
        assertThat(RiskModel.rate(inputs).explanation()).isEqualTo("The worst leg, undeclared, scores 2 × 1 = 2: LOW.");
    }

    @Test
    void theInputsThatAreStoredGiveTheSameRatingAgain() {
        var risk = assess(chain(road("L1", "CA", "MX"), road("L2", "MX", "US")), List.of(MUST_SEAL, SHOULD_SEAL));
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
        assertThat(risk.inputs().model()).isEqualTo(RiskModel.VERSION);
    }

    @Test
    void everyFactorIsNamed() {
        var leg = assess(chain(road("L1", "CA", "MX")), List.of(MUST_SEAL))
                .outcome()
                .legs()
                .getFirst();
        assertThat(leg.threatFactors()).containsExactly("CA: TERRORISM 1", "MX: CONTRABAND 3");
        assertThat(leg.vulnerabilityFactors()).containsExactly("SEALS: MUST A3CHY failed");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void oneMoreFailureNeverLowersTheRating(World world) {
        Failure more = world.anyFailure();
        Band before = assess(world.chain(), world.failures()).outcome().rating();
        Band after = assess(
                        world.chain(),
                        Stream.concat(world.failures().stream(), Stream.of(more))
                                .toList())
                .outcome()
                .rating();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aFailedMustIsNeverLow(World world) {
        boolean mustFailed = world.failures().stream().anyMatch(Failure::isMust);
        Band rating = assess(world.chain(), world.failures()).outcome().rating();
        assertThat(!mustFailed || rating != Band.LOW).isTrue();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void oneMoreLegNeverLowersTheRating(World world) {
        var longer = new SupplyChain(Stream.concat(world.chain().legs().stream(), Stream.of(road("more", "CA", "US")))
                .toList());
        assertThat(assess(longer, world.failures()).outcome().rating())
                .isGreaterThanOrEqualTo(
                        assess(world.chain(), world.failures()).outcome().rating());
    }

    @Test
    void aRegionHasItsOwnLevelsAndOtherwiseItsCountrys() {
        assertThat(LEVELS.strongestIn(new Place(Optional.empty(), "a", "US", Optional.of("MI")))
                        .level())
                .isEqualTo(1);
        assertThat(LEVELS.strongestIn(new Place(Optional.empty(), "a", "US", Optional.of("OH")))
                        .level())
                .isEqualTo(2);
        assertThat(LEVELS.strongestIn(at("FR")).level()).isEqualTo(2);
    }

    @Test
    void refusesThreatLevelsBeyondTheScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ThreatLevels("v", "s", 2, Map.of("CA", levels(4))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThreatLevels("v", "s", 2, Map.of("Canada", levels(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ThreatLevels("v", "", 2, Map.of()));
    }

    @Test
    void refusesTwoLegsWithOneId() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> new SupplyChain(List.of(
                        new Leg("L1", at("CA"), at("US"), TransportMode.ROAD, false),
                        new Leg("L1", at("US"), at("MX"), TransportMode.ROAD, false))))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("legs[1].id"));
    }

    private static RiskAssessment assess(SupplyChain chain, List<Failure> failures) {
        return MODEL.assess(chain, Set.of(LineOfBusiness.HIGHWAY_CARRIER), failures, "2026.1", NOW);
    }

    /** Each leg is a chain of its own. */
    private static SupplyChain chain(Leg... legs) {
        return new SupplyChain(Arrays.stream(legs)
                .map(leg ->
                        new Leg(leg.id(), leg.from(), leg.to(), leg.mode(), leg.custodyChange(), Optional.of(leg.id())))
                .toList());
    }

    private static Leg road(String id, String from, String to) {
        return new Leg(id, at(from), elsewhere(to), TransportMode.ROAD, false, Optional.of(id));
    }

    private static Place elsewhere(String country) {
        return Place.party("Elsewhere in " + country, country);
    }

    private static Place at(String country) {
        return Place.party("Somewhere in " + country, country);
    }

    private static Map<Threat, Integer> levels(int level) {
        return Arrays.stream(Threat.values()).collect(Collectors.toMap(threat -> threat, threat -> level));
    }

    /** A made-up chain with made-up failures. */
    record World(long seed, SupplyChain chain, List<Failure> failures) {

        Failure anyFailure() {
            return failure(new Random(seed * 31));
        }
    }

    static Stream<World> worlds() {
        return IntStream.range(0, 300).mapToObj(seed -> {
            var random = new Random(seed);
            List<String> countries = List.of("CA", "US", "MX", "PE");
            List<Leg> legs = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                    .mapToObj(i -> new Leg(
                            "L" + i,
                            at(countries.get(random.nextInt(4))),
                            elsewhere(countries.get(random.nextInt(4))),
                            TransportMode.values()[random.nextInt(TransportMode.STORAGE.ordinal())],
                            random.nextBoolean(),
                            Optional.of("L" + i)))
                    .toList();
            List<Failure> failures = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> failure(random))
                    .toList();
            return new World(seed, new SupplyChain(legs), failures);
        });
    }

    private static Failure failure(Random random) {
        return new Failure(
                "C" + random.nextInt(1000),
                Category.values()[random.nextInt(Category.values().length)],
                random.nextBoolean() ? Level.MUST : Level.SHOULD,
                Scope.COMPANY);
    }
}
