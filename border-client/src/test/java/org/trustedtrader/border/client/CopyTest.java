package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.test.TestPolicies;

/** What a copy takes in, and what it refuses. */
class CopyTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONG_BEAT = Duration.ofHours(1);

    private final ServiceInMemory service = new ServiceInMemory(() -> WEDNESDAY, new FeedLimits(5, 2, LONG_BEAT));
    private final TrustedKeys keys = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));
    private final Copy copy = new Copy(TestPolicies.shipped(), new Clocks(() -> WEDNESDAY, () -> 0));

    @BeforeEach
    void twoMembersAndADriver() throws InterruptedException {
        service.applies(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        service.applies(importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY), card(1, MONDAY, false));
        service.feed().awaitLogged();
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void answersAfterASnapshotAndFollowsWhatChanges() throws Exception {
        takeAll(service.snapshot());
        assertThat(outcome()).isEqualTo(Outcome.ELIGIBLE);
        service.applies(carrierIs(SUSPENDED, 2, TUESDAY));
        takeAll(changes());
        assertThat(outcome()).isEqualTo(Outcome.INELIGIBLE);
    }

    @Test
    void aSnapshotThatIsCutOffAnywhereIsNotUsed() throws Exception {
        var lines = service.snapshot();
        assertThat(lines.size()).isGreaterThan(2);
        takeAll(lines.subList(0, lines.size() - 1));
        assertThat(copy.isComplete()).isFalse();
        assertThat(outcome()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void noByteOfALineCanBeChanged() throws Exception {
        var line = service.snapshot().getLast();
        for (int i = 0; i < line.length(); i++) {
            for (var other : List.of((char) (line.charAt(i) ^ 1), (char) (line.charAt(i) + 1), 'A', ' ', '"')) {
                var changed = line.substring(0, i) + other + line.substring(i + 1);
                if (!changed.equals(line)) {
                    assertThatThrownBy(() -> BatchJson.read(changed, keys))
                            .as("byte %d as %s", i, other)
                            .isInstanceOf(UntrustedFeedException.class);
                }
            }
            var shorter = line.substring(0, i) + line.substring(i + 1);
            assertThatThrownBy(() -> BatchJson.read(shorter, keys)).isInstanceOf(UntrustedFeedException.class);
        }
    }

    @Test
    void aKeyThatIsNotPinnedIsNotTrusted() {
        var others = new TrustedKeys(List.of(SigningKey.generate().publicKey()));
        assertThatThrownBy(() -> BatchJson.read(service.snapshot().getFirst(), others))
                .isInstanceOf(UntrustedFeedException.class)
                .hasMessageContaining("not trusted");
    }

    @Test
    void anotherAlgorithmIsRefusedWhateverItsSignature() {
        var line = service.snapshot().getFirst();
        var protectedHeader = "{\"alg\":\"none\",\"kid\":\""
                + ServiceInMemory.KEY.publicKey().id() + "\",\"typ\":\"ttp-border-feed+jws\"}";
        var encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(protectedHeader.getBytes(StandardCharsets.US_ASCII));
        var other = line.replaceFirst("\"protected\":\"[^\"]+\"", "\"protected\":\"" + encoded + "\"");
        assertThatThrownBy(() -> BatchJson.read(other, keys)).hasMessageContaining("algorithm");
    }

    @Test
    void aBatchThatIsLeftOutRepeatedOrOutOfOrderIsRefused() throws Exception {
        takeAll(service.snapshot());
        service.applies(carrierIs(ACTIVE, 2, TUESDAY));
        var first = changes();
        takeAll(first);
        assertRefused(first.getLast());
        service.applies(carrierIs(SUSPENDED, 3, TUESDAY));
        service.feed().awaitLogged();
        var then = changes();
        service.applies(carrierIs(ACTIVE, 4, TUESDAY));
        service.feed().awaitLogged();
        var both = changes();
        assertThat(both.size()).isGreaterThan(then.size());
        assertRefused(both.getLast());
        takeAll(both);
        assertRefused(then.getFirst());
    }

    @Test
    void partsOfTwoSnapshotsAreNotOne() throws Exception {
        var one = service.snapshot();
        var two = service.snapshot();
        takeAll(one.subList(0, 1));
        assertRefused(two.get(1));
    }

    @Test
    void aBatchOfAnotherRunIsRefused() throws Exception {
        takeAll(service.snapshot());
        service.restart();
        service.applies(carrierIs(SUSPENDED, 2, TUESDAY));
        assertRefused(changesOf(0).getFirst());
        assertThatThrownBy(this::changes).isInstanceOf(PositionExpiredException.class);
    }

    @Test
    void aListenerWhoIsTooSlowIsDroppedAndDelaysNobody() throws Exception {
        takeAll(service.snapshot());
        var slow = service.feed().follow(copy.place().epoch(), copy.place().position());
        for (long version = 2; version < 12; version++) {
            service.applies(carrierIs(ACTIVE, version, TUESDAY));
        }
        service.feed().awaitLogged();
        assertThatThrownBy(() -> slow.next(Duration.ZERO)).isInstanceOf(PositionExpiredException.class);
    }

    @Test
    void anUnknownKindOfChangeMakesTheCopyUnreliableAtOnce() throws Exception {
        takeAll(service.snapshot());
        copy.take(next(1, new Change.NotUnderstood("PARTNER")));
        assertThat(outcome()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void anUnknownKindThatTakesNothingAwayIsPassedOver() throws Exception {
        takeAll(service.snapshot());
        var line = BatchJson.line(next(1, new Change.Ignorable("WEATHER")), ServiceInMemory.KEY);
        copy.take(BatchJson.read(line, keys));
        assertThat(outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    private Batch next(long number, Change change) {
        var place = copy.place();
        var issue = new Batch.Issue(WEDNESDAY, WEDNESDAY, Duration.ZERO, LEASE);
        return new Batch(
                Batch.Kind.CHANGES,
                place.epoch(),
                Batch.LIVE,
                number + 1000,
                place.position(),
                place.position() + 1,
                issue,
                List.of(change));
    }

    private List<String> changes() throws Exception {
        return changesOf(copy.place().position(), copy.place().epoch());
    }

    private List<String> changesOf(long after) throws Exception {
        var end = BatchJson.read(service.snapshot().getLast(), keys);
        return changesOf(after, end.epoch());
    }

    private List<String> changesOf(long after, String epoch) throws Exception {
        service.feed().awaitLogged();
        List<String> lines = new ArrayList<>();
        for (var line : service.feed().follow(epoch, after).next(Duration.ZERO)) {
            lines.add(new String(line, 0, line.length - 1, StandardCharsets.US_ASCII));
        }
        return lines;
    }

    private void takeAll(List<String> lines) throws UntrustedFeedException {
        for (var line : lines) {
            var batch = BatchJson.read(line, keys);
            copy.take(batch);
            if (copy.isComplete()) {
                copy.age().received(batch.issue());
            }
        }
    }

    private void assertRefused(String line) {
        var before = copy.place();
        assertThatThrownBy(() -> copy.take(BatchJson.read(line, keys))).isInstanceOf(UntrustedFeedException.class);
        assertThat(copy.place()).isEqualTo(before);
    }

    private Outcome outcome() {
        return CarrierQuestion.outcome(
                copy.eligibility(CarrierQuestion.aboutTheCarrier(Instant.from(WEDNESDAY)), LEASE));
    }
}
