package org.trustedtrader.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.event.EventFormat;
import org.trustedtrader.platform.faults.CrashPoints;
import org.trustedtrader.platform.mongo.MongoErrors;
import org.trustedtrader.platform.outbox.EventMessages;

/**
 * What a service hears of one source. An event is handled until its effect is stored, or tried a bounded number of times
 * and then parked with the reason, so that those behind it pass. Several are handled together where that can be, and one by
 * one when that fails. While the database is away nothing can be stored or parked, so they are held. Messages and catch-up
 * share one lock: handlers of one source never run side by side.
 */
final class EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String source;
    private final List<Subscription> subscriptions;
    private final ParkingLot parked;
    private final ConsumerProperties settings;
    private final TraceScope trace;
    private final RecentVersions handled = new RecentVersions();
    /** By the event's id, since nothing else of it can be relied on. */
    private final RecentVersions malformed = new RecentVersions();

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean closing;

    EventConsumer(
            String source,
            List<Subscription> subscriptions,
            ParkingLot parked,
            ConsumerProperties settings,
            TraceScope trace) {
        this.source = source;
        this.subscriptions = List.copyOf(subscriptions);
        this.parked = parked;
        this.settings = settings;
        this.trace = trace;
    }

    /** Runs something within the trace that an event carries. */
    @FunctionalInterface
    interface TraceScope {
        void continuing(String traceparent, Runnable work);
    }

    String source() {
        return source;
    }

    List<String> aggregates() {
        return subscriptions.stream()
                .flatMap(s -> s.aggregates().stream())
                .distinct()
                .toList();
    }

    /** The name under which the progress of reading that feed is kept. */
    String feed(String aggregate) {
        int reading = subscriptions.stream()
                .filter(subscription -> subscription.aggregates().contains(aggregate))
                .mapToInt(Subscription::reading)
                .max()
                .orElse(1);
        var name = source + "/" + aggregate;
        return reading == 1 ? name : name + "/" + reading;
    }

    /** Whether several events are handled at once. */
    boolean takesBatches() {
        return subscriptions.stream().anyMatch(Subscription::batched);
    }

    /**
     * Reads a message of this source.
     *
     * @throws IllegalArgumentException if it is no event, or not of this source
     */
    Event read(Message message) {
        var event = EventMessages.read(message);
        check(event);
        return event;
    }

    /** An event that was delivered and is handled later. */
    void delivered(Event event) {
        for (var subscription : subscriptions) {
            if (subscription.wants(event) && isNew(event)) {
                try {
                    subscription.onDelivery().accept(event);
                } catch (RuntimeException e) {
                    LOG.debug("Not heard, and to fail again when it is handled: {}", e.getMessage());
                }
            }
        }
    }

    /** A message that is no event; returning means that it may be acknowledged. */
    void refuse(Message message, String reason) {
        holdWhileDatabaseIsAway(() -> parked.park(message, source, reason));
    }

    /** Events from catch-up, without those that were, or of whose aggregate a newer one was, handled a short while ago. */
    void catchUp(List<Event> events) {
        var missed = events.stream()
                .filter(this::isWellFormedOrParked)
                .filter(event -> !handled.has(event.subject(), event.version()))
                .toList();
        missed.forEach(this::delivered);
        for (int from = 0; from < missed.size(); from += settings.prefetch()) {
            receive(missed.subList(from, Math.min(from + settings.prefetch(), missed.size())));
        }
    }

    /** A feed gives the newest of each aggregate: one that is malformed there stays so until its source has changed it. */
    private boolean isWellFormedOrParked(Event event) {
        try {
            check(event);
            return true;
        } catch (IllegalArgumentException e) {
            if (!malformed.isNewest(event.id(), event.version())) {
                holdWhileDatabaseIsAway(() -> park(event, String.valueOf(e.getMessage()), 1));
                malformed.note(event.id(), event.version());
            }
            return false;
        }
    }

    private void check(Event event) {
        EventFormat.check(event);
        if (!event.source().equals(source)) {
            throw new IllegalArgumentException("The event attribute source is not " + source);
        }
    }

    /** Events from the broker; returning means that each is handled or parked. */
    void receive(List<Event> events) {
        if (events.size() <= 1 || !takesBatches() || !isHandledAsBatch(events)) {
            events.stream().filter(this::isNew).forEach(this::receive);
        }
    }

    private boolean isNew(Event event) {
        return !handled.isNewest(event.subject(), event.version());
    }

    private boolean isHandledAsBatch(List<Event> events) {
        try {
            CrashPoints.reached("before-handle");
            holdWhileDatabaseIsAway(() -> handleBatch(events));
            CrashPoints.reached("before-acknowledge");
            return true;
        } catch (RuntimeException e) {
            if (MongoErrors.isUnavailable(e)) {
                throw e;
            }
            LOG.info("event=handled-one-by-one source={} events={} reason={}", source, events.size(), e.toString());
            return false;
        }
    }

    private void receive(Event event) {
        trace.continuing(event.traceparent(), () -> {
            CrashPoints.reached("before-handle");
            holdWhileDatabaseIsAway(() -> handleOrPark(event));
            handled.note(event.subject(), event.version());
            CrashPoints.reached("before-acknowledge");
        });
    }

    boolean consumes(Event event) {
        return source.equals(event.source())
                && aggregates().stream().anyMatch(kind -> event.subject().startsWith(kind + "/"));
    }

    /** Handles an event once, without parking it again. */
    void replay(Event event) {
        check(event);
        handle(List.of(event));
    }

    void open() {
        closing = false;
    }

    void close() {
        closing = true;
    }

    private void handleOrPark(Event event) {
        var pause = settings.firstBackOff();
        for (int attempt = 1; ; attempt++) {
            try {
                handle(List.of(event));
                return;
            } catch (UnprocessableEventException e) {
                park(event, String.valueOf(e.getMessage()), attempt);
                return;
            } catch (RuntimeException e) {
                if (MongoErrors.isUnavailable(e)) {
                    throw e;
                }
                if (attempt >= settings.attempts()) {
                    park(event, e.toString(), attempt);
                    return;
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2);
            }
        }
    }

    private void park(Event event, String reason, int attempts) {
        parked.park(event, reason, attempts);
        subscriptions.forEach(subscription -> tellParked(subscription, event));
    }

    /** The event is parked already: what goes wrong here must not bring it round again. */
    private static void tellParked(Subscription subscription, Event event) {
        try {
            if (subscription.wants(event)) {
                subscription.whenParked().accept(event);
            }
        } catch (RuntimeException e) {
            if (MongoErrors.isUnavailable(e)) {
                throw e;
            }
            LOG.error("alarm=parked-event-not-taken-into-account subject={}", event.subject(), e);
        }
    }

    /** What another queue brings is handled only once: the lock is held from the look until it is noted. */
    private void handleBatch(List<Event> events) {
        oneAtATime.lock();
        try {
            var fresh = events.stream().filter(this::isNew).toList();
            handle(fresh);
            fresh.forEach(event -> handled.note(event.subject(), event.version()));
        } finally {
            oneAtATime.unlock();
        }
    }

    private void handle(List<Event> events) {
        oneAtATime.lock();
        try {
            for (var subscription : subscriptions) {
                var wanted = events.stream().filter(subscription::wants).toList();
                if (!wanted.isEmpty()) {
                    subscription.handler().accept(wanted);
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void holdWhileDatabaseIsAway(Runnable work) {
        var pause = settings.firstBackOff();
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!MongoErrors.isUnavailable(e)) {
                    throw e;
                }
                if (closing) {
                    throw e;
                }
                LOG.warn("problem=database-away source={} held=1", source);
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }
}
