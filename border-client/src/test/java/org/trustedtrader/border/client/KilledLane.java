package org.trustedtrader.border.client;

import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.nio.file.Path;
import java.time.Instant;
import org.trustedtrader.border.feed.SigningKey;

/** A lane in a process of its own that keeps learning until it is killed: every fourth version suspends the carrier. */
final class KilledLane {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T12:00:00Z");

    private KilledLane() {}

    public static void main(String[] arguments) {
        var key = SigningKey.parse(arguments[1]);
        var service = ServiceInMemory.running();
        service.signsWith(key);
        service.restart();
        service.applies(carrier(1, LONG_AGO), carrierIs(ACTIVE, 1, LONG_AGO));
        var lane = BorderClient.builder()
                .folder(Path.of(arguments[0]))
                .trust(key.publicKey().encoded())
                .snapshotAfter(50_000)
                .start(service);
        while (!lane.state().usable()) {
            Thread.onSpinWait();
        }
        System.out.println("following");
        for (long version = 2; version < 2_000; version++) {
            service.applies(carrierIs(version % 4 == 0 ? SUSPENDED : ACTIVE, version, LONG_AGO));
        }
        System.exit(1);
    }
}
