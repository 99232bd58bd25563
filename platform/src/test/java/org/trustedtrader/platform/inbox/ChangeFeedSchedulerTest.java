package org.trustedtrader.platform.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.tracing.TraceContext;

class ChangeFeedSchedulerTest {

    private static final ConsumerProperties SETTINGS = new ConsumerProperties(
            "classic",
            "",
            false,
            20,
            Duration.ofMillis(20),
            3,
            Duration.ofMillis(1),
            Duration.ofSeconds(60),
            Duration.ofMillis(1),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            200);

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAfterEveryStartHoweverThreadsAreScheduled() {
        for (int round = 0; round < 300; round++) {
            var schedule = schedule();
            var before = reads.get();
            schedule.start();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> reads.get() > before);
            schedule.stop();
        }
    }

    @Test
    void readsAgainWhenItIsStartedAgain() {
        var schedule = schedule();
        schedule.start();
        await().until(() -> reads.get() > 0);
        schedule.stop();
        var before = reads.get() + 1;
        schedule.start();
        await().until(() -> reads.get() > before);
        schedule.stop();
    }

    private ChangeFeedScheduler schedule() {
        var subscription = Subscription.from("notes").of("note").handledBy(event -> {});
        var consumer = new EventConsumer(
                "notes", List.of(subscription), new NoParking(), SETTINGS, TraceContext.NONE::continuing);
        ChangeFeedClient feed = (aggregate, after, overlap, limit) -> {
            reads.incrementAndGet();
            return new ChangeFeedPage(List.of(), after, false);
        };
        var catchUp = new ChangeFeedReader(
                consumer,
                feed,
                new InMemoryCursors(FeedCheckpoint.BEGINNING),
                new ReplicationLag(Duration.ofMinutes(15)),
                SETTINGS);
        var broker = new ConsumerConnection(new CachingConnectionFactory("127.0.0.1", 1));
        return new ChangeFeedScheduler(List.of(catchUp), () -> {}, broker, SETTINGS);
    }

    private static final class NoParking implements ParkingLot {

        @Override
        public void park(Event event, String reason, int attempts) {}

        @Override
        public void park(Message message, String source, String reason) {}
    }
}
