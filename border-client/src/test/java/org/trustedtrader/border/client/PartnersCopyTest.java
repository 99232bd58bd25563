package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.client.Partner.drew;
import static org.trustedtrader.border.client.Partner.is;
import static org.trustedtrader.border.client.Partner.member;
import static org.trustedtrader.border.policy.Reason.NOT_IN_ARRANGEMENT;
import static org.trustedtrader.border.policy.Reason.PARTNER_LIST_STALE;
import static org.trustedtrader.border.policy.Reason.PARTNER_MEMBER_REVOKED;
import static org.trustedtrader.border.policy.Reason.PARTNER_MEMBER_SUSPENDED;
import static org.trustedtrader.border.policy.Reason.RECOGNISED_PARTNER_MEMBER;
import static org.trustedtrader.border.policy.Reason.STATUS_NOT_UNDERSTOOD;
import static org.trustedtrader.border.recognition.MemberState.ACTIVE;
import static org.trustedtrader.border.recognition.MemberState.SUSPENDED;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.VerifyingKey;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** A lane's copy recognises partners' members, and stops to when the service does. */
class PartnersCopyTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SetClocks TIME = new SetClocks(WEDNESDAY);

    private final ServiceInMemory service =
            new ServiceInMemory(() -> WEDNESDAY, new FeedLimits(1000, 2, Duration.ofHours(1)));
    private final TrustedKeys keys = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));
    private final Copy copy = new Copy(TestPolicies.shipped(), TIME.clocks());

    @BeforeEach
    void anActiveMember() throws Exception {
        service.partners().refreshed(Partner.CODE, drew(TUESDAY));
        service.partners().put(member(1, is(ACTIVE, 1, MONDAY.minus(HOUR.multipliedBy(12)))));
        follow(copy);
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void aMemberIsRecognisedByItsTin() {
        assertThat(reasons(WEDNESDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        var answer = copy.eligibility(Partner.asked(WEDNESDAY, Partner.TIN), LEASE);
        assertThat(CarrierQuestion.outcome(answer)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(answer.answers().getFirst().versions()).containsOnlyKeys("partner-member/US1", "partner/US-CTPAT");
        assertThat(outcome("US2")).isEqualTo(Outcome.INELIGIBLE);
    }

    @Test
    void aSuspensionCountsBeforeItIsStoredAndAReinstatementAfter() throws Exception {
        service.partners().receive(member(2, is(ACTIVE, 1, MONDAY), is(SUSPENDED, 2, TUESDAY)));
        follow(copy);
        assertThat(reasons(WEDNESDAY)).containsExactly(PARTNER_MEMBER_SUSPENDED);
        var back = member(3, is(ACTIVE, 1, MONDAY), is(SUSPENDED, 2, TUESDAY), is(ACTIVE, 3, WEDNESDAY));
        service.partners().put(member(2, is(ACTIVE, 1, MONDAY), is(SUSPENDED, 2, TUESDAY)));
        service.partners().receive(back);
        follow(copy);
        assertThat(reasons(WEDNESDAY)).containsExactly(PARTNER_MEMBER_SUSPENDED);
        service.partners().put(back);
        follow(copy);
        assertThat(reasons(WEDNESDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(reasons(WEDNESDAY.minus(HOUR))).containsExactly(PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void anAuthorisationEndsByItself() throws Exception {
        var ends = WEDNESDAY.minus(HOUR).toEpochMilli();
        service.partners()
                .put(member(2, new MemberFact.Period(2, MONDAY.toEpochMilli(), ACTIVE, Set.of("IMPORTER"), ends)));
        follow(copy);
        assertThat(reasons(WEDNESDAY.minus(HOUR).minusMillis(1))).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(reasons(WEDNESDAY)).containsExactly(PARTNER_MEMBER_REVOKED);
    }

    @Test
    void aListIsReliedOnFor48HoursAndANewerOneLonger() throws Exception {
        var until = TUESDAY.plus(Duration.ofHours(48));
        assertThat(reasons(until.minusMillis(1))).doesNotContain(PARTNER_LIST_STALE);
        assertThat(reasons(until)).contains(PARTNER_LIST_STALE);
        service.partners().refreshed(Partner.CODE, drew(TUESDAY, WEDNESDAY));
        follow(copy);
        assertThat(reasons(until)).doesNotContain(PARTNER_LIST_STALE);
    }

    @Test
    void nobodyIsRecognisedBeforeTheArrangementIsInForce() {
        assertThat(reasons(Partner.IN_FORCE.minusMillis(1))).contains(NOT_IN_ARRANGEMENT);
    }

    @Test
    void aMemberWhoseNewsTheServiceDidNotUnderstandIsNotReliedOn() throws Exception {
        service.partners().doubt(Partner.TIN, 2);
        follow(copy);
        assertThat(reasons(WEDNESDAY)).contains(STATUS_NOT_UNDERSTOOD);
        service.partners().put(member(2, is(ACTIVE, 1, MONDAY)));
        follow(copy);
        assertThat(reasons(WEDNESDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aTinThatATraderHereHoldsIsTheTraders() throws Exception {
        var tin = new Identifier(Scheme.TIN, Partner.TIN);
        service.applies(TraderFixtures.company("555666773", 1, MONDAY, Set.of("IMPORTER"), Set.of(), tin));
        follow(copy);
        assertThat(reasons(WEDNESDAY)).containsExactly(Reason.NOT_A_MEMBER);
    }

    @Test
    void whatIsHeardTwiceIsToldOnce() throws Exception {
        var before = copy.place().position();
        service.partners().put(member(1, is(ACTIVE, 1, MONDAY)));
        service.partners().refreshed(Partner.CODE, drew(TUESDAY));
        service.partners().doubt(Partner.TIN, 1);
        follow(copy);
        assertThat(copy.place().position()).isEqualTo(before);
    }

    @Test
    void aKeptCopyKnowsPartnersMembers(@TempDir Path folder) throws Exception {
        var snapshot = service.snapshot();
        var end = BatchJson.read(snapshot.getLast(), keys);
        service.partners().receive(member(2, is(ACTIVE, 1, MONDAY), is(SUSPENDED, 2, WEDNESDAY.minus(HOUR))));
        service.feed().awaitLogged();
        try (var copies = new CopyFolder(folder);
                var file = copies.begin()) {
            for (var line : snapshot) {
                file.append(line);
            }
            for (var line : service.feed().follow(end.epoch(), end.upTo()).next(Duration.ZERO)) {
                file.append(text(line));
            }
            copies.publish(file);
        }
        var kept = load(folder, keys);
        assertThat(reasons(kept, WEDNESDAY)).containsExactly(PARTNER_MEMBER_SUSPENDED);
        assertThat(reasons(kept, TUESDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aCopyThatAnOlderVersionKeptIsTakenUp(@TempDir Path folder) throws Exception {
        try (var lines = PartnersCopyTest.class.getResourceAsStream("/copy-without-partners.ndjson")) {
            Files.write(folder.resolve("copy-000000000001.ndjson"), lines.readAllBytes());
        }
        var itsKey = VerifyingKey.parse("MCowBQYDK2VwAyEAZn6bNDxV2K6t1232weKthdw/qMc/fKLzgi+NUbY6teM=");
        var kept = load(folder, new TrustedKeys(List.of(itsKey)));
        assertThat(CarrierQuestion.outcome(kept.eligibility(CarrierQuestion.aboutTheCarrier(WEDNESDAY), LEASE)))
                .isEqualTo(Outcome.ELIGIBLE);
        assertThat(reasons(kept, WEDNESDAY)).containsExactly(Reason.UNKNOWN_IDENTIFIER);
    }

    private static Copy load(Path folder, TrustedKeys keys) throws Exception {
        try (var copies = new CopyFolder(folder)) {
            var empty = new Copy(TestPolicies.shipped(), TIME.clocks());
            copies.load(empty, keys, WEDNESDAY).orElseThrow().file().close();
            return empty;
        }
    }

    /** Takes in a snapshot if the copy has none, else what came since. */
    private void follow(Copy follower) throws Exception {
        service.feed().awaitLogged();
        if (!follower.isComplete()) {
            for (var line : service.snapshot()) {
                follower.take(BatchJson.read(line, keys));
            }
        }
        var place = follower.place();
        for (var line : service.feed().follow(place.epoch(), place.position()).next(Duration.ZERO)) {
            var batch = BatchJson.read(text(line), keys);
            follower.take(batch);
        }
        follower.age()
                .received(BatchJson.read(service.snapshot().getLast(), keys).issue());
    }

    private List<Reason> reasons(Instant at) {
        return reasons(copy, at);
    }

    private static List<Reason> reasons(Copy asked, Instant at) {
        var item = asked.eligibility(Partner.asked(at, Partner.TIN), LEASE)
                .answers()
                .getFirst();
        return item.benefits().isEmpty()
                ? item.reasons()
                : item.benefits().getFirst().reasons();
    }

    private Outcome outcome(String tin) {
        return CarrierQuestion.outcome(copy.eligibility(Partner.asked(WEDNESDAY, tin), LEASE));
    }

    private static String text(byte[] line) {
        return new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
    }
}
