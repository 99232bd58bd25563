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
 * @param onDelivery      told of each event as soon as it is delivered, perhaps a while before it is handled. It must neither wait
 *                   nor store anything; what it throws counts for nothing
 * @param handler    stores the effect; throws {@link UnprocessableEventException} for what can never be handled
 * @param batched   whether the handler takes several events at once, which are handled one by one if that fails
 * @param whenParked told when an event was parked, for readers that must not go on as if nothing had happened
 * @param reading   counted up by a version that keeps more of these events than the one before: it reads their feeds once more from
 *                  the beginning
 */
public record Subscription(
        String source,
        List<String> aggregates,
        Consumer<Event> onDelivery,
        Consumer<List<Event>> handler,
        boolean batched,
        Consumer<Event> whenParked,
        int reading) {

    public Subscription {
        aggregates = List.copyOf(aggregates);
    }

    public static Of from(String source) {
        return aggregates -> (handler, batched) ->
                new Subscription(source, List.of(aggregates), event -> {}, handler, batched, event -> {}, 1);
    }

    public Subscription onDelivery(Consumer<Event> action) {
        return new Subscription(source, aggregates, action, handler, batched, whenParked, reading);
    }

    public Subscription whenParked(Consumer<Event> action) {
        return new Subscription(source, aggregates, onDelivery, handler, batched, action, reading);
    }

    /** @param number 2 for the second reading of the feeds, and so on */
    public Subscription reading(int number) {
        return new Subscription(source, aggregates, onDelivery, handler, batched, whenParked, number);
    }

    public void handle(Event event) {
        handler.accept(List.of(event));
    }

    boolean wants(Event event) {
        return aggregates.contains(event.aggregate());
    }

    /** The second step: which kinds of aggregate. */
    @FunctionalInterface
    public interface Of {
        HandledBy of(String... aggregates);
    }

    /** The last step: what to do. */
    @FunctionalInterface
    public interface HandledBy {
        Subscription handledBy(Consumer<List<Event>> handler, boolean batched);

        default Subscription handledBy(Consumer<Event> handler) {
            return handledBy(events -> events.forEach(handler), false);
        }

        /** Handled with what comes in meanwhile: storing much at once costs little more than storing one. */
        default Subscription handledInBatches(Consumer<List<Event>> handler) {
            return handledBy(handler, true);
        }
    }
}
