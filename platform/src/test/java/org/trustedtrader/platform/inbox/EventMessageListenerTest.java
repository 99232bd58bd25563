package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.outbox.Watermark;
import org.trustedtrader.platform.tracing.TraceContext;

/** Messages as the broker's client hands them out: each as it is delivered, then several together. */
class EventMessageListenerTest {

    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final ReplicationLag freshness = new ReplicationLag(Duration.ofMinutes(15));
    private final List<String> done = new ArrayList<>();
    private final EventConsumer consumer = new EventConsumer(
            "notes",
            List.of(Subscription.from("notes")
                    .of("note")
                    .handledInBatches(this::handle)
                    .onDelivery(event -> done.add("heard " + event.version()))),
            new Parked(),
            EventConsumerTest.SETTINGS,
            TraceContext.NONE::continuing);

    private @Nullable RuntimeException failing;
    private boolean unparkable;

    private final class Parked implements ParkingLot {

        @Override
        public void park(Event event, String reason, int attempts) {
            if (failing != null) {
                throw failing;
            }
            done.add("parked " + event.version());
        }

        @Override
        public void park(Message message, String source, String reason) {
            if (unparkable) {
                throw new IllegalStateException("unparkable");
            }
            done.add("parked: " + reason);
        }
    }

    @Test
    void hearsEachAndHandlesAllTogether() {
        deliver(true, event(1), event(2), event(3));
        assertThat(done).containsExactly("heard 1", "heard 2", "heard 3", "handled 3 before");
    }

    @Test
    void believesAWatermarkOnlyOnceAllBeforeItIsHandled() {
        catchUpAWhileAgo();
        deliver(true, event(1), event(2), watermark(), event(3));
        assertThat(done).containsExactly("heard 1", "heard 2", "heard 3", "handled 2 before", "handled 1 after");
    }

    @Test
    void ignoresAWatermarkOnAQueueThatReplicasShare() {
        catchUpAWhileAgo();
        deliver(false, watermark(), event(1));
        assertThat(done).containsExactly("heard 1", "handled 1 before");
    }

    @Test
    void parksAMessageThatIsNoEventAndHandlesTheOthers() {
        deliver(true, event(1), new Message("{}".getBytes(), new MessageProperties()), event(2));
        assertThat(done)
                .containsExactly(
                        "heard 1",
                        "heard 2",
                        "handled 1 before",
                        "parked: The event attribute id is missing",
                        "handled 1 before");
    }

    @Test
    void parksWhatItsHandlingCannotBearInsteadOfThrowingItBack() {
        failing = new IllegalStateException("parking threw behind the guard");
        deliver(true, event(1), event(2));
        assertThat(done)
                .contains("parked: java.lang.IllegalStateException: parking threw behind the guard")
                .doesNotContain("thrown");
    }

    @Test
    void acknowledgesWhatCannotEvenBeParked() {
        failing = new IllegalStateException("behind the guard");
        unparkable = true;
        deliver(true, event(1), new Message("{}".getBytes(), new MessageProperties()));
        assertThat(done).containsExactly("heard 1");
    }

    @Test
    void throwsWhenTheServiceStopsWhileTheDatabaseIsAway() {
        failing = new MongoTimeoutException("no server");
        consumer.close();
        assertThatThrownBy(() -> deliver(true, event(1))).isInstanceOf(MongoTimeoutException.class);
        assertThat(done).containsExactly("heard 1");
    }

    @Test
    void parksAnEventOfAnotherSource() {
        var foreign = EventMessages.write(new Event(
                "others/note/a/1", "others.note.amended.v1", "others", "note/a", Instant.now(), 1, "user:1", "", "{}"));
        deliver(true, foreign);
        assertThat(done).containsExactly("parked: The event attribute source is not notes");
    }

    @Test
    void doesNotBelieveAWatermarkAboutTheFuture() {
        catchUpAWhileAgo();
        var now = Instant.now();
        deliver(true, new Watermark(now.plusSeconds(3600), now).write(), event(1));
        assertThat(done).containsExactly("heard 1", "handled 1 before");
    }

    private void catchUpAWhileAgo() {
        freshness.caughtUp("notes", System.nanoTime());
        LockSupport.parkNanos(A_WHILE.toNanos());
    }

    private void handle(List<Event> events) {
        if (failing != null) {
            throw failing;
        }
        done.add("handled " + events.size() + " " + (isFresh() ? "after" : "before"));
    }

    private boolean isFresh() {
        return freshness.age("notes").compareTo(A_WHILE) < 0;
    }

    private void deliver(boolean watermarks, Message... messages) {
        var listener = new EventMessageListener(consumer, freshness, watermarks);
        listener.onMessageBatch(
                Stream.of(messages).map(listener::postProcessMessage).toList());
    }

    private static Message event(long version) {
        return EventMessages.write(EventConsumerTest.event("note", version));
    }

    private static Message watermark() {
        return new Watermark(Instant.now(), Instant.now()).write();
    }
}
