package org.trustedtrader.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.faults.CrashPoints;
import org.trustedtrader.platform.outbox.EventMessages;

/**
 * What a service hears of one source. An event is handled until its effect is stored, or tried a bounded number of times
 * and then parked with the reason, so that those behind it pass. While the database is away nothing can be stored or
 * parked, so the message is held. Messages and catch-up share one lock: handlers of one source never run side by side.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String source;
    private final List<Subscription> subscriptions;
    private final Parking parked;
    private final InboxSettings settings;
    private final TraceScope trace;
    private final RecentVersions handled = new RecentVersions();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean closing;

    Inbox(String source, List<Subscription> subscriptions, Parking parked, InboxSettings settings, TraceScope trace) {
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

    /** A message from the broker; returning means that it may be acknowledged. */
    void receive(Message message) {
        final Event event;
        try {
            event = EventMessages.read(message);
        } catch (IllegalArgumentException e) {
            holdWhileDatabaseIsAway(() -> parked.park(message, source, String.valueOf(e.getMessage())));
            return;
        }
        receive(event);
    }

    /** An event from catch-up, unless it, or a newer one of its aggregate, was handled a short while ago. */
    void catchUp(Event event) {
        if (!handled.has(event.subject(), event.version())) {
            receive(event);
        }
    }

    /** An event from the broker; returning means that it is handled or parked. */
    void receive(Event event) {
        trace.continuing(event.traceparent(), () -> {
            CrashPoints.reached("before-handle");
            holdWhileDatabaseIsAway(() -> handleOrPark(event));
            handled.note(event.subject(), event.version());
            CrashPoints.reached("before-acknowledge");
        });
    }

    /** Handles an event once, without parking it again. */
    void replay(Event event) {
        handle(event);
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
                handle(event);
                return;
            } catch (Poison e) {
                park(event, String.valueOf(e.getMessage()), attempt);
                return;
            } catch (RuntimeException e) {
                if (DatabaseAway.is(e)) {
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
        for (var subscription : subscriptions) {
            if (subscription.aggregates().contains(event.aggregate())) {
                subscription.whenParked().accept(event);
            }
        }
    }

    private void handle(Event event) {
        oneAtATime.lock();
        try {
            for (var subscription : subscriptions) {
                if (subscription.aggregates().contains(event.aggregate())) {
                    subscription.handler().accept(event);
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
                if (!DatabaseAway.is(e)) {
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
