package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.policy.Reason;

/** A lane with its own copy, in good times and in bad. */
class BorderClientTest {

    private static final Instant NOON = MONDAY.plusSeconds(86_400);

    @TempDir
    private Path folder;

    private final SetClocks time = new SetClocks(NOON);
    private final ServiceInMemory service =
            new ServiceInMemory(time::wall, new FeedLimits(1000, 7, Duration.ofMillis(20)));
    private final List<BorderClient> clients = new ArrayList<>();

    @BeforeEach
    void aMember() {
        service.applies(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
    }

    @AfterEach
    void end() {
        clients.forEach(BorderClient::close);
        service.close();
    }

    @Test
    void aSuspensionReachesTheLane() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.applies(carrierIs(SUSPENDED, 2, MONDAY));
        awaitOutcome(lane, Outcome.INELIGIBLE);
        assertThat(lane.state().lastError()).isEmpty();
    }

    @Test
    void goesOnWithoutTheServiceUntilItsLeaseEndsAndThenNamesTheReason() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.isAway(true);
        awaitTrouble(lane, "away");
        time.pass(Duration.ofSeconds(59));
        assertThat(outcome(lane)).isEqualTo(Outcome.ELIGIBLE);
        time.pass(Duration.ofSeconds(2));
        var answer = lane.eligibility(CarrierQuestion.aboutTheCarrier(lane.now()));
        assertThat(CarrierQuestion.outcome(answer)).isEqualTo(Outcome.INDETERMINATE);
        assertThat(answer.answers().getFirst().reasons()).contains(Reason.STATUS_STALE);
        assertThat(CarrierQuestion.outcome(lane.eligibility(CarrierQuestion.aboutTheCarrier(NOON.minusSeconds(60)))))
                .isEqualTo(Outcome.ELIGIBLE);
        service.isAway(false);
        awaitOutcome(lane, Outcome.ELIGIBLE);
    }

    @Test
    void startsAndAnswersWithoutTheNetwork() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        lane.close();
        service.isAway(true);
        assertThat(outcome(aLane())).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void withoutACopyAndWithoutTheNetworkNothingIsDecided() {
        service.isAway(true);
        assertThat(outcome(aLane())).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void aServiceThatKnowsLittleItselfPassesItsDoubtOn() {
        service.knowledgeIsOld(Duration.ofSeconds(61));
        var lane = aLane();
        await().until(() -> !lane.state().epoch().isEmpty());
        assertThat(outcome(lane)).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void aServiceThatWasRestartedIsFollowedFromANewSnapshot() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        var epoch = lane.state().epoch();
        service.restart();
        service.applies(carrierIs(SUSPENDED, 2, MONDAY));
        awaitOutcome(lane, Outcome.INELIGIBLE);
        assertThat(lane.state().epoch()).isNotEqualTo(epoch);
    }

    @Test
    void aRestartedServiceThatHasNotCaughtUpDoesNotReplaceAYoungerCopy() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.knowledgeIsOld(Duration.ofHours(1));
        var epoch = lane.state().epoch();
        service.restart();
        awaitSnapshots(1);
        assertThat(outcome(lane)).isEqualTo(Outcome.ELIGIBLE);
        assertThat(lane.state().epoch()).isEqualTo(epoch);
        service.knowledgeIsOld(Duration.ZERO);
        await().until(() -> !lane.state().epoch().equals(epoch));
    }

    @Test
    void linesThatAreChangedOnTheWayAreRefusedAndTheTruthIsTakenLater() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.wire(lines -> lines.stream()
                .map(line -> line.replaceFirst("(\"payload\":\".{40}).", "$1_"))
                .toList());
        service.applies(carrierIs(SUSPENDED, 2, MONDAY));
        awaitTrouble(lane, "signature is wrong");
        assertThat(outcome(lane)).isEqualTo(Outcome.ELIGIBLE);
        service.wire(lines -> lines);
        awaitOutcome(lane, Outcome.INELIGIBLE);
    }

    @Test
    void aLineThatIsHeldBackIsMissed() {
        var lane = aLane();
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.wire(lines -> lines.stream().filter(line -> line.length() < 900).toList());
        service.applies(carrierIs(SUSPENDED, 2, MONDAY));
        awaitTrouble(lane, "missing");
        service.wire(lines -> lines);
        awaitOutcome(lane, Outcome.INELIGIBLE);
    }

    @Test
    void aSnapshotThatIsCutOffIsNotUsed() {
        service.wire(lines -> lines.subList(0, Math.max(0, lines.size() - 1)));
        var lane = aLane();
        awaitTrouble(lane, "cut off");
        assertThat(outcome(lane)).isEqualTo(Outcome.INDETERMINATE);
        service.wire(lines -> lines);
        awaitOutcome(lane, Outcome.ELIGIBLE);
    }

    @Test
    void aServiceWithAnotherKeyIsNotFollowed() {
        service.signsWith(SigningKey.generate());
        service.restart();
        var lane = aLane();
        awaitTrouble(lane, "not trusted");
        assertThat(outcome(lane)).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void itsFileIsReplacedByAFreshSnapshotBeforeItGetsTooLarge() throws IOException {
        var lane = clients(BorderClient.builder().snapshotAfter(1));
        awaitOutcome(lane, Outcome.ELIGIBLE);
        service.applies(carrierIs(SUSPENDED, 2, MONDAY));
        await().until(() -> copies().equals(List.of("copy-000000000002.ndjson")));
        service.applies(carrierIs(ACTIVE, 3, MONDAY));
        awaitOutcome(lane, Outcome.ELIGIBLE);
        lane.close();
        service.isAway(true);
        assertThat(outcome(aLane())).isEqualTo(Outcome.ELIGIBLE);
    }

    private List<String> copies() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
    }

    private void awaitSnapshots(int count) {
        var seen = new AtomicInteger();
        service.wire(lines -> {
            seen.addAndGet(lines.size());
            return lines;
        });
        await().until(() -> seen.get() > count);
    }

    private BorderClient aLane() {
        return clients(BorderClient.builder());
    }

    private BorderClient clients(BorderClient.Builder builder) {
        var client = builder.folder(folder)
                .trust(ServiceInMemory.KEY.publicKey().encoded())
                .clocks(time.clocks())
                .start(service);
        clients.add(client);
        return client;
    }

    private static void awaitOutcome(BorderClient lane, Outcome expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> outcome(lane) == expected);
    }

    private static void awaitTrouble(BorderClient lane, String part) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lane.state().lastError().contains(part));
    }

    private static Outcome outcome(BorderClient lane) {
        return CarrierQuestion.outcome(lane.eligibility(CarrierQuestion.aboutTheCarrier(lane.now())));
    }
}
