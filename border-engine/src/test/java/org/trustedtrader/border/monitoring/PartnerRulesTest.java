package org.trustedtrader.border.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CARD;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER_BN15;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;

class PartnerRulesTest {

    private static final Moment FRESH = new Moment(TUESDAY, Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final Moment STALE = new Moment(TUESDAY, Duration.ofSeconds(61), Duration.ofSeconds(60));
    private static final String NOSY = "111222337";
    private static final String NO_MEMBER = "555666773";

    private final BorderStatus status = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), CLOCK);
    private final PartnerRules rules = new PartnerRules(TestPolicies.shipped());
    private final Map<String, KnownConsents.Known> consents = new HashMap<>();

    @BeforeEach
    void twoMembersThatConsentedToEachOther() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(company(NO_MEMBER), card(1, MONDAY, false));
        consent(IMPORTER, CARRIER, true);
        consent(CARRIER, IMPORTER, true);
    }

    @ParameterizedTest
    @CsvSource({"bn9, 123456782", "CARRIER_CODE, 77YY", "carrier-code, 77YY"})
    void partnersSeeEachOtherByAnyIdentifier(String scheme, String id) {
        var answer = ask(IMPORTER, scheme, id);
        assertThat(answer.disclosure()).isEqualTo(Disclosure.ELIGIBLE);
        assertThat(answer.versions())
                .containsKeys("consent/" + CARRIER + "-" + IMPORTER, "consent/" + IMPORTER + "-" + CARRIER)
                .containsKeys("membership/m-carrier", "membership/m-importer");
        assertThat(ask(CARRIER, "bn15", IMPORTER_BN15).disclosure()).isEqualTo(Disclosure.ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ELIGIBLE, ELIGIBLE",
        "ACTIVE_WITH_ACTION_PLAN, ELIGIBLE, ELIGIBLE",
        "REVALIDATION_DUE, ELIGIBLE, ELIGIBLE",
        "REVALIDATION_IN_PROGRESS, ELIGIBLE, ELIGIBLE",
        "SUSPENDED, INELIGIBLE, ELIGIBLE",
        "CANCELLED, INELIGIBLE, NOT_DISCLOSED",
        "APPEAL_PENDING, INELIGIBLE, ELIGIBLE",
        "CANCELLED_FINAL, INELIGIBLE, NOT_DISCLOSED",
        "WITHDRAWN, INELIGIBLE, NOT_DISCLOSED",
        "NOT_UNDERSTOOD, INDETERMINATE, NOT_DISCLOSED"
    })
    void inEachStateAMemberIsSeenAndSees(MembershipStatus state, Disclosure seen, Disclosure sees) {
        given(carrierIs(state, 2, MONDAY));
        assertThat(ask(IMPORTER, "bn9", CARRIER).disclosure()).isEqualTo(seen);
        assertThat(ask(CARRIER, "bn9", IMPORTER).disclosure()).isEqualTo(sees);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void theTierIsNotTold(Tier tier) {
        given(TraderFixtures.membership("m-carrier", CARRIER, 2, MONDAY, ACTIVE, tier, "HIGHWAY_CARRIER"));
        assertThat(ask(IMPORTER, "bn9", CARRIER).disclosure()).isEqualTo(Disclosure.ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "987654324, MALFORMED_IDENTIFIER, bn9, oops",
        "987654324, MALFORMED_IDENTIFIER, carrier-code, 77yy",
        "987654324, UNKNOWN_IDENTIFIER, carrier-code, 99ZZ",
        "987654324, UNKNOWN_IDENTIFIER, tin, USNOBODY1",
        "987654324, UNKNOWN_SCHEME, passport, X",
        "987654324, UNKNOWN_SCHEME, driver-card, FAST00012345",
        "987654324, CONSENT_MISSING, bn9, 987654324",
        "111222337, ASKER_NOT_A_MEMBER, carrier-code, 77YY",
        "555666773, ASKER_NOT_A_MEMBER, carrier-code, 77YY",
        "oops, ASKER_NOT_A_MEMBER, carrier-code, 77YY"
    })
    void officersReadWhyNothingWasDisclosed(String asker, Reason reason, String scheme, String id) {
        consent(NO_MEMBER, CARRIER, true);
        consent(CARRIER, NO_MEMBER, true);
        var answer = ask(asker, scheme, id);
        assertThat(answer.disclosure()).isEqualTo(Disclosure.NOT_DISCLOSED);
        assertThat(answer.reasons()).contains(reason);
    }

    @Test
    void aCompanyThatWasNeverAMemberIsNotDisclosed() {
        consent(NO_MEMBER, IMPORTER, true);
        consent(IMPORTER, NO_MEMBER, true);
        var answer = ask(IMPORTER, "bn9", NO_MEMBER);
        assertThat(answer.disclosure()).isEqualTo(Disclosure.NOT_DISCLOSED);
        assertThat(answer.reasons()).containsExactly(Reason.NOT_A_MEMBER);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "false, false"})
    void oneConsentIsNotEnough(boolean theirs, boolean ours) {
        consent(CARRIER, IMPORTER, theirs);
        consent(IMPORTER, CARRIER, ours);
        var answer = ask(IMPORTER, "bn9", CARRIER);
        assertThat(answer.disclosure()).isEqualTo(Disclosure.NOT_DISCLOSED);
        assertThat(answer.reasons()).containsExactly(Reason.CONSENT_MISSING);
    }

    @Test
    void staleKnowledgeTellsNoPairsApart() {
        var answers = List.of(
                answer(STALE, IMPORTER, "bn9", CARRIER),
                answer(STALE, NOSY, "bn9", CARRIER),
                answer(STALE, IMPORTER, "bn9", "oops"),
                answer(STALE, NO_MEMBER, "driver-card", CARD));
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().disclosure()).isEqualTo(Disclosure.INDETERMINATE);
        assertThat(answers.getFirst().reasons()).containsExactly(Reason.STATUS_STALE);
    }

    @Test
    void rulesThatAreNotUnderstoodTellNoPairsApart() {
        var shipped = TestPolicies.shipped().inOrder();
        var all = new ArrayList<>(shipped);
        all.add(Policy.notUnderstood("newer", MONDAY, shipped.getLast()));
        var unclear = new PartnerRules(new Policies(all));
        for (var asker : List.of(IMPORTER, NOSY)) {
            var answer = unclear.answer(question(asker, "bn9", CARRIER), status, consents(), FRESH);
            assertThat(answer.disclosure()).isEqualTo(Disclosure.INDETERMINATE);
            assertThat(answer.versions()).isEmpty();
        }
    }

    @Test
    void anAnnouncedChangeShowsToPartnersOnly() {
        given(carrierIs(SUSPENDED, 2, TUESDAY.plusSeconds(10)));
        assertThat(ask(IMPORTER, "bn9", CARRIER).validUntil()).isEqualTo(TUESDAY.plusSeconds(10));
        consent(CARRIER, IMPORTER, false);
        assertThat(ask(IMPORTER, "bn9", CARRIER).validUntil()).isEqualTo(TUESDAY.plusSeconds(59));
    }

    /** Whatever is true of the other company, whoever may not see it is told the very same. */
    @Test
    void allThatIsNotDisclosedLooksAlike() {
        var random = new Random(4);
        var told = new ArrayList<PartnerAnswer>();
        for (int i = 2; i < 150; i++) {
            var states = MembershipStatus.values();
            var from =
                    List.of(MONDAY, TUESDAY, TUESDAY.plusSeconds(5), WEDNESDAY).get(random.nextInt(4));
            given(carrierIs(states[random.nextInt(states.length)], i, from));
            var theirs = random.nextBoolean();
            consent(CARRIER, IMPORTER, theirs);
            consent(IMPORTER, CARRIER, !theirs && random.nextBoolean());
            told.add(ask(IMPORTER, "bn9", CARRIER));
            told.add(ask(IMPORTER, "carrier-code", random.nextBoolean() ? CARRIER_CODE : "99ZZ"));
            told.add(ask(NOSY, "bn9", CARRIER));
            told.add(ask(IMPORTER, "bn9", random.nextBoolean() ? "1" : NO_MEMBER));
        }
        assertThat(told.stream().map(PartnerRulesTest::outside).distinct()).hasSize(1);
        assertThat(told.getFirst().disclosure()).isEqualTo(Disclosure.NOT_DISCLOSED);
    }

    /** The part of an answer that is told to the asker. */
    private static List<Object> outside(PartnerAnswer answer) {
        return List.of(answer.disclosure(), answer.asOf(), answer.validUntil(), answer.statusAgeMillis());
    }

    private PartnerAnswer ask(String asker, String scheme, String id) {
        return answer(FRESH, asker, scheme, id);
    }

    private PartnerAnswer answer(Moment moment, String asker, String scheme, String id) {
        return rules.answer(question(asker, scheme, id), status, consents(), moment);
    }

    private static PartnerQuestion question(String asker, String scheme, String id) {
        return new PartnerQuestion(TUESDAY, asker, scheme, id);
    }

    private KnownConsents consents() {
        return (company, viewer) ->
                consents.getOrDefault(KnownConsents.id(company, viewer), KnownConsents.Known.NOTHING);
    }

    private void consent(String company, String viewer, boolean inForce) {
        consents.put(KnownConsents.id(company, viewer), new KnownConsents.Known(1, inForce));
    }

    private static Revision company(String bn9) {
        return TraderFixtures.company(bn9, 1, MONDAY, Set.of("IMPORTER"), Set.of());
    }

    private void given(Revision... states) {
        for (var state : states) {
            status.apply(state);
        }
    }
}
