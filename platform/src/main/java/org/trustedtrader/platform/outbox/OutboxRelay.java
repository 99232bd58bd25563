package org.trustedtrader.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.faults.CrashPoints;

/**
 * Sends what committed aggregates announce, right after the commit and in order per aggregate, and forgets an event only
 * when the broker has confirmed it. What is left over, after a crash or an outage, the sweeper finds. Sending twice does no
 * harm, so nothing here needs a lock across replicas.
 */
public final class OutboxRelay implements CommitListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration NOT_JUST_BEING_SENT = Duration.ofSeconds(2);
    private static final int SWEPT_AT_ONCE = 500;

    private final EventSender publisher;
    private final OutboxProperties settings;
    private final Supplier<List<Outbox>> outboxes;
    private final List<ExecutorService> lanes;
    private final Map<String, PendingAggregate> queued = new ConcurrentHashMap<>();
    private final Map<String, PublishFailure> failures = new ConcurrentHashMap<>();

    OutboxRelay(EventSender publisher, OutboxProperties settings, Supplier<List<Outbox>> outboxes) {
        this.publisher = publisher;
        this.settings = settings;
        this.outboxes = outboxes;
        this.lanes = IntStream.range(0, settings.lanes())
                .mapToObj(i -> Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("outbox-" + i).factory()))
                .toList();
    }

    /** An aggregate whose events could not be sent: failures in a row, and until when it is left alone. */
    public record PublishFailure(String subject, int failures, Instant setAsideUntil, String lastReason) {}

    @Override
    public PendingPublication committed(Outbox outbox, String aggregateId) {
        return queue(outbox, aggregateId, PendingAggregate.of(Optional.empty()));
    }

    @Override
    public PendingPublication committed(Outbox outbox, Event onlyOne) {
        return queue(outbox, onlyOne.aggregateId(), PendingAggregate.of(Optional.of(onlyOne)));
    }

    private PendingPublication queue(Outbox outbox, String aggregateId, PendingAggregate added) {
        var queue = queued.merge(subject(outbox, aggregateId), added, (waiting, _) -> waiting.andMore());
        if (queue == added) {
            schedule(outbox, aggregateId);
        }
        return settings.announcedBeforeAnswer().contains(outbox.aggregate())
                ? PendingPublication.awaited(queue.sent(), settings.answerWaitsAtMost())
                : PendingPublication.NOT_AWAITED;
    }

    private void schedule(Outbox outbox, String aggregateId) {
        var lane = Math.floorMod(aggregateId.hashCode(), lanes.size());
        try {
            lanes.get(lane).execute(() -> send(outbox, aggregateId));
        } catch (RejectedExecutionException e) {
            LOG.debug("Shutting down; the event stays in its aggregate until the next start");
        }
    }

    /** Finds events that were recorded a while ago and not sent. */
    void sweep() {
        var now = Instant.now();
        for (var outbox : outboxes.get()) {
            for (var id : outbox.pendingBefore(now.minus(NOT_JUST_BEING_SENT), SWEPT_AT_ONCE + failures.size())) {
                if (!isSetAside(outbox, id, now)) {
                    committed(outbox, id);
                }
            }
        }
    }

    /** Aggregates that are set aside now. */
    public List<PublishFailure> failures() {
        return List.copyOf(failures.values());
    }

    /** Up to when everything that was recorded has been announced: machine time. */
    Instant watermark() {
        var now = Instant.now();
        return outboxes.get().stream()
                .flatMap(outbox -> outbox.oldestPending().stream())
                .min(Instant::compareTo)
                .filter(oldest -> oldest.isBefore(now))
                .orElse(now);
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdown);
    }

    /** The broker is back: what was set aside because of it need not wait. */
    void brokerIsBack() {
        failures.clear();
    }

    private void send(Outbox outbox, String id) {
        var taken = queued.remove(subject(outbox, id));
        try {
            for (var event : taken.onlyOne().map(List::of).orElseGet(() -> outbox.pending(id))) {
                CrashPoints.reached("before-publish");
                publisher.publish(event);
                CrashPoints.reached("after-publish");
                if (taken.onlyOne().isPresent()) {
                    taken.sent().complete(null);
                }
                outbox.published(id, event);
            }
            failures.remove(subject(outbox, id));
        } catch (AmqpConnectException | AmqpIOException | ConfirmTimeoutException e) {
            LOG.debug("The broker is away; events wait in their aggregates");
        } catch (RuntimeException e) {
            failures.compute(subject(outbox, id), (subject, before) -> next(subject, before, e));
        } finally {
            taken.sent().complete(null);
        }
    }

    private PublishFailure next(String subject, PublishFailure before, RuntimeException reason) {
        var failures = before == null ? 1 : before.failures() + 1;
        if (failures < settings.setAsideAfter()) {
            return new PublishFailure(subject, failures, Instant.EPOCH, String.valueOf(reason.getMessage()));
        }
        LOG.error(
                "alarm=event-cannot-be-sent subject={} failures={} reason={}", subject, failures, reason.getMessage());
        var until = Instant.now().plus(settings.setAsideFor());
        return new PublishFailure(subject, failures, until, String.valueOf(reason.getMessage()));
    }

    private boolean isSetAside(Outbox outbox, String id, Instant now) {
        var failure = failures.get(subject(outbox, id));
        return failure != null && failure.setAsideUntil().isAfter(now);
    }

    private static String subject(Outbox outbox, String id) {
        return outbox.aggregate() + "/" + id;
    }
}
