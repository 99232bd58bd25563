package org.trustedtrader.platform.inbox;

import java.util.List;
import java.util.function.Consumer;
import org.trustedtrader.platform.event.Event;

/**
 * What a service wants to hear of one source. A handler is given whole states, perhaps twice and perhaps out of order, and
 * must have stored its effect when it returns.
 *
 * @param source     the service that announces, such as {@code enrolment}
 * @param aggregates the kinds of aggregate, such as {@code application}
 * @param handler    stores the effect; throws {@link Poison} for what can never be handled
 * @param whenParked told when an event was parked, for readers that must not go on as if nothing had happened
 */
public record Subscription(
        String source, List<String> aggregates, Consumer<Event> handler, Consumer<Event> whenParked) {

    public Subscription {
        aggregates = List.copyOf(aggregates);
    }

    public static Of from(String source) {
        return aggregates -> handler -> new Subscription(source, List.of(aggregates), handler, event -> {});
    }

    public Subscription whenParked(Consumer<Event> action) {
        return new Subscription(source, aggregates, handler, action);
    }

    /** The second step: which kinds of aggregate. */
    @FunctionalInterface
    public interface Of {
        HandledBy of(String... aggregates);
    }

    /** The last step: what to do. */
    @FunctionalInterface
    public interface HandledBy {
        Subscription handledBy(Consumer<Event> handler);
    }
}
