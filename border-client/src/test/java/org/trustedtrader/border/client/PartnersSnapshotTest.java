package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.test.TestPolicies;

/** A snapshot with partners' members is exactly the state at the position that it names, whatever happens meanwhile. */
class PartnersSnapshotTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MEMBERS = 60;

    private final ServiceInMemory service =
            new ServiceInMemory(() -> WEDNESDAY, new FeedLimits(100_000, 4, Duration.ofHours(1)));
    private final TrustedKeys keys = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));
    private final Copy copy = new Copy(TestPolicies.shipped(), new Clocks(() -> WEDNESDAY, () -> 0));
    private final long[] versions = new long[MEMBERS];

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void whatChangesWhileItIsWrittenIsPartOfIt() throws Exception {
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            change(random);
        }
        List<String> lines = new ArrayList<>();
        service.feed().snapshot(line -> {
            lines.add(text(line));
            for (int i = 0; i < 40 && lines.size() < 10; i++) {
                change(random);
            }
        });
        takeAll(lines);
        assertSame();
    }

    @Test
    void snapshotAndChangesTogetherLeaveOutNothing() throws Exception {
        var stop = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> {
            var random = new Random(2);
            for (int i = 0; i < 4_000 && !stop.get(); i++) {
                change(random);
            }
        });
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines = service.snapshot();
        }
        stop.set(true);
        writer.join();
        takeAll(lines);
        service.feed().awaitLogged();
        var place = copy.place();
        for (var line : service.feed().follow(place.epoch(), place.position()).next(Duration.ZERO)) {
            takeAll(List.of(text(line)));
        }
        assertSame();
    }

    private void change(Random random) {
        var member = random.nextInt(MEMBERS);
        var tin = "US" + member;
        var version = ++versions[member];
        var state = MemberState.values()[random.nextInt(3)];
        var fact = new MemberFact(
                tin, Partner.CODE, version, List.of(Partner.is(state, version, WEDNESDAY.minusSeconds(60))));
        switch (random.nextInt(5)) {
            case 0 -> service.partners().doubt(tin, version);
            case 1 -> service.partners().receive(fact);
            case 2 -> service.partners().refreshed(Partner.CODE, Partner.drew(lists(1 + random.nextInt(40))));
            default -> {
                service.partners().receive(fact);
                service.partners().put(fact);
            }
        }
    }

    private static Instant[] lists(int count) {
        var drawn = new Instant[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = WEDNESDAY.minus(Duration.ofHours(i));
        }
        return drawn;
    }

    private void assertSame() {
        var tins = new String[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            tins[i] = "US" + i;
        }
        var question = Partner.asked(WEDNESDAY, tins);
        var moment = new Moment(WEDNESDAY, Duration.ZERO, LEASE);
        assertThat(copy.eligibility(question, LEASE))
                .isEqualTo(new EligibilityRules(TestPolicies.shipped()).answer(question, service.status(), moment));
    }

    private void takeAll(List<String> lines) throws Exception {
        for (var line : lines) {
            var batch = BatchJson.read(line, keys);
            copy.take(batch);
            copy.age().received(batch.issue());
        }
    }

    private static String text(byte[] line) {
        return new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
    }
}
