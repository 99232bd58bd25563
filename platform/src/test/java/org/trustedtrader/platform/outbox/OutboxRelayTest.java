package org.trustedtrader.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.trustedtrader.platform.event.Event;

class OutboxRelayTest {

    private static final OutboxProperties SETTINGS = new OutboxProperties(
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            3,
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Set.of("note"),
            Duration.ofSeconds(30),
            Set.of());

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final ReentrantLock held = new ReentrantLock();
    private volatile RuntimeException failure;
    private volatile String failingId = "";
    private final OutboxRelay relay = new OutboxRelay(this::publish, SETTINGS, () -> List.of(outbox));

    @AfterEach
    void stops() {
        relay.close();
    }

    @Test
    void sendsInOrderAndForgetsWhatIsConfirmed() {
        outbox.add("a", 1);
        outbox.add("a", 2);
        relay.committed(outbox, "a");
        await().until(() -> outbox.pending("a").isEmpty());
        assertThat(published).containsExactly("notes/note/a/1", "notes/note/a/2");
    }

    @Test
    void keepsWhatTheBrokerDidNotTakeAndSendsItOnTheNextSweep() {
        failure = new AmqpConnectException(new java.net.ConnectException());
        outbox.add("a", 1);
        relay.sweep();
        relay.sweep();
        assertThat(outbox.pending("a")).hasSize(1);
        failure = null;
        relay.sweep();
        await().until(() -> outbox.pending("a").isEmpty());
        assertThat(relay.failures()).isEmpty();
    }

    @Test
    void setsAnAggregateAsideThatKeepsFailingAndSendsTheOthers() {
        failure = new AmqpException("refused");
        failingId = "bad";
        outbox.add("bad", 1);
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            relay.sweep();
            return relay.failures().stream().anyMatch(t -> t.setAsideUntil().isAfter(Instant.now()));
        });
        outbox.add("good", 1);
        relay.sweep();
        await().until(() -> outbox.pending("good").isEmpty());
        assertThat(outbox.pending("bad")).hasSize(1);
        assertThat(relay.failures())
                .extracting(OutboxRelay.PublishFailure::subject)
                .containsExactly("note/bad");
    }

    @Test
    void isCompleteUpToTheOldestEventThatStillWaits() {
        outbox.add("a", 1);
        assertThat(relay.watermark()).isEqualTo(InMemoryOutbox.AT);
        outbox.published("a", outbox.pending("a").getFirst());
        assertThat(relay.watermark()).isAfter(Instant.now().minusSeconds(5));
    }

    @Test
    void sendsWhatWasJustCommittedWithoutReadingItAgain() {
        outbox.add("a", 1);
        relay.committed(outbox, outbox.pending("a").getFirst());
        await().until(() -> outbox.events.get("a").isEmpty());
        assertThat(published).containsExactly("notes/note/a/1");
        assertThat(outbox.reads).hasValue(1);
    }

    @Test
    void readsAllWhenMoreIsCommittedBeforeTheFirstIsSent() {
        outbox.add("a", 1);
        var first = outbox.pending("a").getFirst();
        held.lock();
        try {
            outbox.add("b", 1);
            relay.committed(outbox, "b");
            relay.committed(outbox, first);
            outbox.add("a", 2);
            relay.committed(outbox, "a");
        } finally {
            held.unlock();
        }
        await().until(() -> outbox.events.get("a").isEmpty());
        assertThat(published.stream().filter(id -> id.contains("/a/")))
                .containsExactly("notes/note/a/1", "notes/note/a/2");
    }

    @Test
    void keepsWhatWasJustCommittedUntilTheBrokerHasIt() {
        failure = new AmqpException("refused");
        outbox.add("a", 1);
        relay.committed(outbox, outbox.pending("a").getFirst());
        await().until(() -> !relay.failures().isEmpty());
        assertThat(outbox.pending("a")).hasSize(1);
    }

    @Test
    void answersWaitUntilTheBrokerHasTheEvent() {
        outbox.add("a", 1);
        CompletableFuture<Void> answer;
        held.lock();
        try {
            var announcement = relay.committed(outbox, outbox.pending("a").getFirst());
            answer = CompletableFuture.runAsync(announcement::await);
            await().until(held::hasQueuedThreads);
            assertThat(answer).isNotDone();
        } finally {
            held.unlock();
        }
        answer.join();
        assertThat(published).containsExactly("notes/note/a/1");
    }

    @Test
    void answersWaitForNothingThatTheBrokerDoesNotTake() {
        failure = new AmqpConnectException(new java.net.ConnectException());
        outbox.add("a", 1);
        var announcement = relay.committed(outbox, "a");
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            announcement.await();
            return true;
        });
        assertThat(published).isEmpty();
    }

    @Test
    void answersWaitNoLongerThanTheirBound() {
        var never = PendingPublication.awaited(new CompletableFuture<Void>(), Duration.ofMillis(1));
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            never.await();
            return true;
        });
    }

    private void publish(Event event) {
        held.lock();
        held.unlock();
        var reason = failure;
        if (reason != null && (failingId.isEmpty() || failingId.equals(event.aggregateId()))) {
            throw reason;
        }
        published.add(event.id());
    }

    private static final class InMemoryOutbox implements Outbox {

        static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
        private final Map<String, List<Event>> events = new ConcurrentHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        void add(String id, long version) {
            var subject = "note/" + id;
            var event = new Event(
                    "notes/" + subject + "/" + version,
                    "notes.note.written.v1",
                    "notes",
                    subject,
                    AT,
                    version,
                    "",
                    "",
                    "{}");
            events.computeIfAbsent(id, i -> new CopyOnWriteArrayList<>()).add(event);
        }

        @Override
        public String aggregate() {
            return "note";
        }

        @Override
        public List<Event> pending(String aggregateId) {
            reads.incrementAndGet();
            return new ArrayList<>(events.getOrDefault(aggregateId, List.of()));
        }

        @Override
        public void published(String aggregateId, Event event) {
            events.get(aggregateId).remove(event);
        }

        @Override
        public List<String> pendingBefore(Instant before, int limit) {
            return events.keySet().stream()
                    .filter(id -> !events.get(id).isEmpty())
                    .toList();
        }

        @Override
        public Optional<Instant> oldestPending() {
            return events.values().stream().anyMatch(pending -> !pending.isEmpty())
                    ? Optional.of(AT)
                    : Optional.empty();
        }

        @Override
        public Changes changesSince(String cursor, long overlapSeconds, int limit) {
            throw new UnsupportedOperationException("not needed here");
        }
    }
}
