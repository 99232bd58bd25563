package org.trustedtrader.border.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.policy.Benefit.COURIER_LOW_VALUE;
import static org.trustedtrader.border.policy.Benefit.FAST_LANE;
import static org.trustedtrader.border.policy.Benefit.FRONT_OF_LINE;
import static org.trustedtrader.border.policy.Benefit.MRA_RECOGNITION;
import static org.trustedtrader.border.policy.Benefit.REDUCED_EXAMINATION;
import static org.trustedtrader.border.policy.Benefit.SELF_ASSESSED_RELEASE;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER_BN15;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.bn15;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;
import static org.trustedtrader.border.test.TraderFixtures.company;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.test.TraderFixtures.membership;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;
import static org.trustedtrader.border.trader.MembershipStatus.WITHDRAWN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.eligibility.InvalidQuestionException;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.PolicyFixtures;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.Revision;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CrossingRulesTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final BorderStatus memory = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), CLOCK);
    private final CrossingRules rules = new CrossingRules(TestPolicies.shipped());
    private final CrossingFixtures asked = new CrossingFixtures();

    @BeforeEach
    void aCarrierAndAnImporterAreMembersAndTheDriverHasACard() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        given(importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(card(1, MONDAY, false));
    }

    @Test
    void membersWithADriversCardUseTheFastLane() {
        var answer = decide(c -> c);
        assertThat(answer.outcome()).isEqualTo(Lane.FLE);
        assertThat(reasons(answer, FAST_LANE))
                .containsExactly("ALL_PARTIES_QUALIFY CROSSING", "DRIVER_CARD_VALID DRIVER");
        assertThat(answer.versions())
                .containsOnlyKeys(
                        "company/" + CARRIER,
                        "membership/m-carrier",
                        "company/" + IMPORTER,
                        "membership/m-importer",
                        "driver-card/FAST00012345");
    }

    @ParameterizedTest
    @CsvSource({"0410", "0440", "0502", "0813", "0453"})
    void everyFastPortHasTheLane(String port) {
        assertThat(decide(c -> c.port(port)).outcome()).isEqualTo(Lane.FLE);
    }

    @Test
    void withoutADriverTheBoothChecks() {
        var answer = decide(c -> c.driver(null));
        assertThat(answer.outcome()).isEqualTo(Lane.FLE);
        assertThat(reasons(answer, FAST_LANE)).contains("DRIVER_CHECKED_AT_BOOTH DRIVER");
    }

    @Test
    void anotherPortHasNoFastLane() {
        refused(c -> c.port("0809"), "PORT_NOT_FAST CROSSING");
    }

    @Test
    void railIsNoHighway() {
        refused(
                c -> c.mode(Mode.RAIL),
                "MODE_NOT_HIGHWAY CROSSING",
                "PORT_NOT_FAST CROSSING",
                "PORT_DOES_NOT_FIT CROSSING",
                "LINE_OF_BUSINESS_NOT_COVERED CARRIER");
    }

    @Test
    void theLaneLeadsIntoCanada() {
        refused(c -> c.direction(Direction.OUT_OF_CANADA), "PORT_NOT_FAST CROSSING", "NOT_INTO_CANADA CROSSING");
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHWAY, INTO_CANADA, FLI",
        "RAIL, INTO_CANADA, FLE",
        "RAIL, OUT_OF_CANADA, FLI",
        "MARINE, INTO_CANADA, FLI"
    })
    void aFastLaneIsOneForItsPortsModeAndDirection(Mode mode, Direction direction, Lane lane) {
        var fastRail = PolicyFixtures.policy("next", MONDAY, file -> {
            ((ArrayNode) PolicyFixtures.rule(file, "FAST_LANE").get("conditions"))
                    .removeAll()
                    .add("FAST_PORT");
            file.get("ports").forEach(port -> {
                ((ObjectNode) port).put("mode", "RAIL");
                ((ObjectNode) port).remove("modes");
            });
            ((ArrayNode) file.at("/linesByMode/RAIL")).add("HIGHWAY_CARRIER");
        });
        memory.policies(PolicyFixtures.after(fastRail));
        var moment = new Moment(TUESDAY, Duration.ofSeconds(1), LEASE);
        var crossing = asked.mode(mode).direction(direction).crossing();
        assertThat(new CrossingRules(memory.policies())
                        .decide(crossing, memory, moment)
                        .outcome())
                .isEqualTo(lane);
    }

    @Test
    void anUnknownCarrierIsRefused() {
        refused(c -> c.carrier("ZZZZ"), "UNKNOWN_IDENTIFIER CARRIER");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"77yy", " 77YY", "77YY ", "77Y\u03a5", "''"})
    void aNearlyRightCarrierCodeIsRefused(String code) {
        refused(c -> c.carrier(code), "MALFORMED_IDENTIFIER CARRIER");
    }

    @Test
    void everyImporterOfAMixedLoadMustQualify() {
        given(company("555666773", 1, MONDAY, Set.of("IMPORTER"), Set.of(), bn15("555666773RM0001")));
        var answer = decide(c -> c.importers(IMPORTER_BN15, "555666773RM0001", "999999999RM0001", "x"));
        assertThat(answer.outcome()).isEqualTo(Lane.FLI);
        assertThat(finding(answer, FAST_LANE, Reason.NOT_A_MEMBER).identifier()).isEqualTo("555666773RM0001");
        assertThat(finding(answer, FAST_LANE, Reason.UNKNOWN_IDENTIFIER).identifier())
                .isEqualTo("999999999RM0001");
        assertThat(finding(answer, FAST_LANE, Reason.MALFORMED_IDENTIFIER).identifier())
                .isEqualTo("x");
    }

    @Test
    void aSuspendedCarrierIsRefusedAndSaysSo() {
        given(carrierIs(SUSPENDED, 2, TUESDAY));
        refused(c -> c, "MEMBERSHIP_SUSPENDED CARRIER");
        assertThat(decide(c -> c).versions()).containsEntry("membership/m-carrier", 2L);
    }

    @Test
    void yesterdayIsAnsweredAsOfYesterday() {
        given(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(decide(c -> c.at(TUESDAY.minusSeconds(1))).outcome()).isEqualTo(Lane.FLE);
        given(carrierIs(ACTIVE, 3, WEDNESDAY));
        assertThat(decide(c -> c.at(WEDNESDAY)).outcome()).isEqualTo(Lane.FLE);
        assertThat(decide(c -> c.at(TUESDAY)).outcome()).isEqualTo(Lane.FLI);
    }

    @Test
    void anUnknownCardIsRefused() {
        refused(c -> c.driver("FAST99999999"), "DRIVER_CARD_UNKNOWN DRIVER");
    }

    @Test
    void aMalformedCardIsRefused() {
        refused(c -> c.driver("fast00012345"), "DRIVER_CARD_MALFORMED DRIVER");
    }

    @Test
    void aRevokedCardIsRefused() {
        given(card(2, TUESDAY, true));
        refused(c -> c, "DRIVER_CARD_REVOKED DRIVER");
    }

    @Test
    void anExpiredCardIsRefused() {
        refused(c -> c.at(TUESDAY.plus(Duration.ofDays(30))), "DRIVER_CARD_EXPIRED DRIVER");
    }

    @Test
    void allThatSpeaksAgainstItIsSaid() {
        given(carrierIs(SUSPENDED, 2, TUESDAY), importerIs(WITHDRAWN, 2, TUESDAY));
        var answer = decide(c -> c.port("9999").mode(Mode.AIR).driver("FAST99999999"));
        assertThat(reasons(answer, FAST_LANE))
                .containsExactly(
                        "MODE_NOT_HIGHWAY CROSSING",
                        "PORT_NOT_FAST CROSSING",
                        "MEMBERSHIP_SUSPENDED CARRIER",
                        "LINE_OF_BUSINESS_NOT_COVERED CARRIER",
                        "MEMBERSHIP_WITHDRAWN IMPORTER",
                        "DRIVER_CARD_UNKNOWN DRIVER");
    }

    @Test
    void selfAssessedReleaseNeedsBothInTheProgramme() {
        given(company(CARRIER, 2, MONDAY, Set.of("HIGHWAY_CARRIER"), Set.of("CSA"), code(CARRIER_CODE)));
        assertThat(reasons(decide(c -> c), SELF_ASSESSED_RELEASE)).contains("NOT_IN_CSA IMPORTER");
        given(company(IMPORTER, 2, MONDAY, Set.of("IMPORTER"), Set.of("CSA"), bn15(IMPORTER_BN15)));
        assertThat(outcome(decide(c -> c), SELF_ASSESSED_RELEASE)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(outcome(decide(c -> c.origin("MX")), SELF_ASSESSED_RELEASE)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(reasons(decide(c -> c.origin("CN").regulated()), SELF_ASSESSED_RELEASE))
                .contains("ORIGIN_NOT_US_OR_MEXICO CROSSING", "GOODS_REGULATED CROSSING");
    }

    @Test
    void regulatedGoodsMayStillUseTheFastLane() {
        assertThat(decide(c -> c.regulated()).outcome()).isEqualTo(Lane.FLE);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHWAY_CARRIER, HIGHWAY",
        "RAIL_CARRIER, RAIL",
        "AIR_CARRIER, AIR",
        "MARINE_CARRIER, MARINE",
        "COURIER, HIGHWAY AIR",
        "CUSTOMS_BROKER, ''",
        "SHIPPING_AGENT, ''",
        "FREIGHT_FORWARDER, ''"
    })
    void aCarriersLineGivesSomethingInTheModesThatItFits(String line, String modes) {
        given(carrier(2, MONDAY), company(CARRIER, 3, MONDAY, Set.of(line), Set.of("CSA"), code(CARRIER_CODE)));
        given(company(IMPORTER, 2, MONDAY, Set.of("IMPORTER"), Set.of("CSA"), bn15(IMPORTER_BN15)));
        given(membership("m-carrier", CARRIER, 2, MONDAY, ACTIVE, Tier.II, line));
        for (var mode : Mode.values()) {
            var answer = decide(c -> c.mode(mode).port("9999"));
            if (modes.contains(mode.name())) {
                assertThat(outcome(answer, REDUCED_EXAMINATION)).as("%s", mode).isEqualTo(Outcome.ELIGIBLE);
                assertThat(outcome(answer, FRONT_OF_LINE)).isEqualTo(Outcome.ELIGIBLE);
                assertThat(outcome(answer, SELF_ASSESSED_RELEASE)).isEqualTo(Outcome.ELIGIBLE);
            } else {
                assertThat(answer.benefits()).as("%s", mode).allSatisfy(benefit -> {
                    assertThat(benefit.outcome()).isEqualTo(Outcome.INELIGIBLE);
                    assertThat(reasons(answer, benefit.benefit())).contains("LINE_OF_BUSINESS_NOT_COVERED CARRIER");
                });
            }
        }
    }

    @Test
    void thePolicySaysWhichLinesFitWhichMode() {
        var byRailOnly = PolicyFixtures.policy("next", MONDAY, file -> {
            ((ArrayNode) file.at("/linesByMode/HIGHWAY")).removeAll().add("RAIL_CARRIER");
        });
        memory.policies(PolicyFixtures.after(byRailOnly));
        var moment = new Moment(TUESDAY, Duration.ofSeconds(1), LEASE);
        var answer = new CrossingRules(memory.policies()).decide(asked.crossing(), memory, moment);
        assertThat(reasons(answer, REDUCED_EXAMINATION))
                .contains("LINE_OF_BUSINESS_NOT_COVERED CARRIER", "LINE_OF_BUSINESS_NOT_COVERED IMPORTER");
    }

    @Test
    void aListedPortGivesNothingInAModeThatItDoesNotHandle() {
        given(membership("m-carrier", CARRIER, 2, MONDAY, ACTIVE, Tier.II, "RAIL_CARRIER"));
        assertThat(reasons(decide(c -> c.mode(Mode.RAIL)), REDUCED_EXAMINATION))
                .containsExactly("PORT_DOES_NOT_FIT CROSSING");
    }

    @ParameterizedTest
    @CsvSource({"XX", "us", "UK", "''"})
    void aCountryThatDoesNotExistGivesNothing(String country) {
        assertThat(decide(c -> c.origin(country)).benefits()).allSatisfy(benefit -> {
            assertThat(benefit.outcome()).isEqualTo(Outcome.INELIGIBLE);
            assertThat(benefit.findings()).contains(Finding.ofCrossing(Reason.ORIGIN_UNKNOWN));
        });
    }

    @Test
    void anEmptyTruckUsesTheLaneByCarrierAndDriver() {
        var answer = decide(c -> c.importers());
        assertThat(answer.outcome()).isEqualTo(Lane.FLE);
        assertThat(reasons(answer, FAST_LANE))
                .containsExactly(
                        "ALL_PARTIES_QUALIFY CROSSING", "DRIVER_CARD_VALID DRIVER", "EMPTY_CONVEYANCE CROSSING");
        assertThat(answer.versions().keySet()).noneMatch(subject -> subject.contains(IMPORTER));
        given(card(2, TUESDAY, true));
        assertThat(decide(c -> c.importers()).outcome()).isEqualTo(Lane.FLI);
        given(carrierIs(SUSPENDED, 2, TUESDAY));
        assertThat(reasons(decide(c -> c.importers()), REDUCED_EXAMINATION)).contains("MEMBERSHIP_SUSPENDED CARRIER");
    }

    @Test
    void anEmptyTruckReleasesNoGoodsAndCarriesNoRegulatedOnes() {
        assertThat(reasons(decide(c -> c.importers()), COURIER_LOW_VALUE)).contains("IMPORTER_MISSING CROSSING");
        assertThat(reasons(decide(c -> c.importers()), SELF_ASSESSED_RELEASE)).contains("IMPORTER_MISSING CROSSING");
        assertThat(decide(c -> c.importers().regulated()).benefits())
                .allSatisfy(benefit -> assertThat(benefit.outcome()).isEqualTo(Outcome.INELIGIBLE));
    }

    @Test
    void whatIsNotForCrossingsIsNotAnswered() {
        assertThat(decide(c -> c).benefits())
                .extracting(BenefitFindings::benefit)
                .contains(COURIER_LOW_VALUE)
                .doesNotContain(MRA_RECOGNITION);
    }

    @Test
    void aBrokenSealDirectsToInspection() {
        var crossing = asked.seal(Crossing.Seal.BROKEN).crossing();
        var moment = new Moment(TUESDAY, Duration.ofSeconds(1), LEASE);
        var result = rules.evaluate(crossing, memory, moment);
        assertThat(result.answer().outcome()).isEqualTo(Lane.FLI);
        assertThat(result.answer().benefits()).allSatisfy(benefit -> {
            assertThat(benefit.outcome()).isEqualTo(Outcome.INELIGIBLE);
            assertThat(benefit.findings()).contains(Finding.ofCrossing(Reason.SEAL_BROKEN));
        });
        assertThat(result.rate()).isEqualTo(1);
        assertThat(result.tier()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"NONE, SEAL_MISSING", "NOT_REPORTED, SEAL_NOT_REPORTED"})
    void aMissingSealAndOneThatIsNotReportedAreToldApart(Crossing.Seal seal, String reason) {
        var answer = decide(c -> c.seal(seal));
        assertThat(answer.outcome()).isEqualTo(Lane.FLE);
        assertThat(reasons(answer, FAST_LANE)).endsWith(reason + " CROSSING");
    }

    @Test
    void knowledgeOlderThanTheLeaseDecidesNothing() {
        var stale = new Moment(TUESDAY, LEASE.plusMillis(1), LEASE);
        var answer = rules.decide(asked.crossing(), memory, stale);
        assertThat(answer.outcome()).isEqualTo(Lane.INDETERMINATE);
        assertThat(reasons(answer, FAST_LANE)).contains("STATUS_STALE CROSSING");
        assertThat(answer.validUntil()).isEqualTo(TUESDAY);
        assertThat(answer.statusAgeMillis()).isEqualTo(60_001);
    }

    @Test
    void whatLiesBeforeTheKnowledgesAgeIsHistoryAndStaysAnswered() {
        var stale = new Moment(WEDNESDAY, Duration.ofHours(23), LEASE);
        assertThat(rules.decide(asked.crossing(), memory, stale).outcome()).isEqualTo(Lane.FLE);
    }

    @Test
    void theAnswerHoldsUntilTheLeaseEndsOrSomethingChanges() {
        assertThat(decide(c -> c).validUntil()).isEqualTo(TUESDAY.plusSeconds(59));
        given(carrierIs(SUSPENDED, 2, TUESDAY.plusSeconds(10)));
        assertThat(decide(c -> c).validUntil()).isEqualTo(TUESDAY.plusSeconds(10));
    }

    @Test
    void aLoadHasNoImporterTwice() {
        assertThatThrownBy(() -> decide(c -> c.importers(IMPORTER_BN15, IMPORTER_BN15)))
                .isInstanceOf(InvalidQuestionException.class);
    }

    private void refused(UnaryOperator<CrossingFixtures> change, String... reasons) {
        var answer = decide(change);
        assertThat(answer.outcome()).isEqualTo(Lane.FLI);
        assertThat(reasons(answer, FAST_LANE).stream().filter(r -> !r.startsWith("DRIVER_CARD_VALID")))
                .containsExactly(reasons);
    }

    private CrossingAnswer decide(UnaryOperator<CrossingFixtures> change) {
        var moment = new Moment(TUESDAY, Duration.ofSeconds(1), LEASE);
        return rules.decide(change.apply(new CrossingFixtures()).crossing(), memory, moment);
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }

    private static List<String> reasons(CrossingAnswer answer, Benefit benefit) {
        return of(answer, benefit).findings().stream()
                .map(f -> f.reason() + " " + f.about())
                .toList();
    }

    private static Outcome outcome(CrossingAnswer answer, Benefit benefit) {
        return of(answer, benefit).outcome();
    }

    private static Finding finding(CrossingAnswer answer, Benefit benefit, Reason reason) {
        return of(answer, benefit).findings().stream()
                .filter(f -> f.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    private static BenefitFindings of(CrossingAnswer answer, Benefit benefit) {
        return answer.benefits().stream()
                .filter(b -> b.benefit() == benefit)
                .findFirst()
                .orElseThrow();
    }
}
