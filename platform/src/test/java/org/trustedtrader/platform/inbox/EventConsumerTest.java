package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.tracing.TraceContext;

class EventConsumerTest {

    static final ConsumerProperties SETTINGS = new ConsumerProperties(
            "classic",
            "",
            false,
            20,
            Duration.ofMillis(20),
            3,
            Duration.ofMillis(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            200);

    private final List<String> handled = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private final List<String> toldParked = new ArrayList<>();

    @Test
    void handsAnEventToTheSubscriptionOfItsAggregate() {
        consumer(event -> handled.add(event.id())).receive(List.of(event("note", 1)));
        assertThat(handled).containsExactly("notes/note/a/1");
    }

    @Test
    void ignoresAnAggregateThatNobodySubscribedTo() {
        consumer(event -> handled.add(event.id())).receive(List.of(event("other", 1)));
        assertThat(handled).isEmpty();
        assertThat(parked).isEmpty();
    }

    @Test
    void triesAgainBeforeItParks() {
        consumer(failing(2)).receive(List.of(event("note", 1)));
        assertThat(handled).containsExactly("notes/note/a/1");
        assertThat(parked).isEmpty();
    }

    @Test
    void parksAfterTheLastAttemptAndTellsTheReader() {
        consumer(failing(3)).receive(List.of(event("note", 1)));
        assertThat(handled).isEmpty();
        assertThat(parked).containsExactly("notes/note/a/1 after 3: java.lang.IllegalStateException: not yet");
        assertThat(toldParked).containsExactly("notes/note/a/1");
    }

    @Test
    void parksPoisonAtOnceAndLetsTheNextPass() {
        var consumer = consumer(event -> {
            if (event.version() == 1) {
                throw new UnprocessableEventException("no such kind");
            }
            handled.add(event.id());
        });
        consumer.receive(List.of(event("note", 1)));
        consumer.receive(List.of(event("note", 2)));
        assertThat(parked).containsExactly("notes/note/a/1 after 1: no such kind");
        assertThat(handled).containsExactly("notes/note/a/2");
    }

    @Test
    void holdsTheEventWhileTheDatabaseIsAwayInsteadOfParkingIt() {
        var away = new int[] {7};
        consumer(event -> {
                    if (away[0]-- > 0) {
                        throw new MongoTimeoutException("no server");
                    }
                    handled.add(event.id());
                })
                .receive(List.of(event("note", 1)));
        assertThat(handled).containsExactly("notes/note/a/1");
        assertThat(parked).isEmpty();
    }

    @Test
    void catchesUpOnlyOnWhatItHasNotHandled() {
        var consumer = consumer(event -> handled.add(event.id()));
        consumer.receive(List.of(event("note", 2)));
        consumer.catchUp(List.of(event("note", 1)));
        consumer.catchUp(List.of(event("note", 2)));
        consumer.catchUp(List.of(event("note", 3)));
        assertThat(handled).containsExactly("notes/note/a/2", "notes/note/a/3");
    }

    @Test
    void handlesWhatWasHandledBeforeOnlyOnceButNotWhatCameOutOfOrder() {
        var consumer = consumer(event -> handled.add(event.id()));
        consumer.receive(List.of(event("note", 2)));
        consumer.receive(List.of(event("note", 2)));
        consumer.receive(List.of(event("note", 1)));
        assertThat(handled).containsExactly("notes/note/a/2", "notes/note/a/1");
    }

    @Test
    void handlesSeveralTogetherWhereTheSubscriptionCan() {
        together(events -> handled.add(ids(events)))
                .receive(List.of(event("note", 1), event("other", 1), event("note", 2)));
        assertThat(handled).containsExactly("notes/note/a/1 notes/note/a/2");
    }

    @Test
    void handlesOneByOneWhatCannotBeHandledTogether() {
        together(events -> {
                    if (events.stream().anyMatch(event -> event.version() == 2)) {
                        throw new UnprocessableEventException("no such kind");
                    }
                    handled.add(ids(events));
                })
                .receive(List.of(event("note", 1), event("note", 2), event("note", 3)));
        assertThat(handled).containsExactly("notes/note/a/1", "notes/note/a/3");
        assertThat(parked).containsExactly("notes/note/a/2 after 1: no such kind");
        assertThat(toldParked).containsExactly("notes/note/a/2");
    }

    @Test
    void holdsSeveralWhileTheDatabaseIsAway() {
        var away = new int[] {3};
        together(events -> {
                    if (away[0]-- > 0) {
                        throw new MongoTimeoutException("no server");
                    }
                    handled.add(ids(events));
                })
                .receive(List.of(event("note", 1), event("note", 2)));
        assertThat(handled).containsExactly("notes/note/a/1 notes/note/a/2");
        assertThat(parked).isEmpty();
    }

    @Test
    void catchesUpOnManyAFewAtATimeAndLetsAllBeHeardFirst() {
        List<String> heard = new ArrayList<>();
        var subscription = Subscription.from("notes")
                .of("note")
                .handledInBatches(events -> handled.add(heard.size() + " heard, handled " + events.size()))
                .onDelivery(event -> heard.add(event.id()));
        consumer(subscription)
                .catchUp(LongStream.rangeClosed(1, 45)
                        .mapToObj(version -> event("note", version))
                        .toList());
        assertThat(handled).containsExactly("45 heard, handled 20", "45 heard, handled 20", "45 heard, handled 5");
    }

    @Test
    void hearsWhatIsDeliveredUnlessItWasHandled() {
        List<String> heard = new ArrayList<>();
        var consumer = consumer(Subscription.from("notes")
                .of("note")
                .handledInBatches(events -> handled.add(ids(events)))
                .onDelivery(event -> {
                    heard.add(event.id());
                    throw new UnprocessableEventException("not understood");
                }));
        consumer.delivered(event("note", 1));
        consumer.delivered(event("other", 1));
        assertThat(heard).containsExactly("notes/note/a/1");
        assertThat(handled).isEmpty();
        consumer.receive(List.of(event("note", 1)));
        consumer.delivered(event("note", 1));
        assertThat(heard).hasSize(1);
    }

    @Test
    void parksAMalformedEventOfAFeedOnceAndTellsTheReader() {
        var right = event("note", 1);
        var malformed = new Event(
                right.id(), right.type(), "others", right.subject(), right.time(), 1, right.actor(), "", right.data());
        var withoutKind =
                new Event("notes/x/1", right.type(), "notes", "x", right.time(), 1, right.actor(), "", right.data());
        var consumer = consumer(event -> handled.add(event.id()));
        consumer.catchUp(List.of(malformed, withoutKind, event("note", 2)));
        consumer.catchUp(List.of(malformed, withoutKind));
        assertThat(parked)
                .containsExactly(
                        "notes/note/a/1 after 1: The event attribute id is malformed",
                        "notes/x/1 after 1: The event attribute subject is malformed");
        assertThat(toldParked).containsExactly("notes/note/a/1");
        assertThat(handled).containsExactly("notes/note/a/2");
    }

    @Test
    void consumesOnlyKindsThatSomebodySubscribedTo() {
        var consumers = new EventConsumers(List.of(consumer(event -> handled.add(event.id()))));
        assertThat(consumers.consumes(event("note", 1))).isTrue();
        assertThat(consumers.consumes(event("other", 1))).isFalse();
    }

    private static String ids(List<Event> events) {
        return events.stream().map(Event::id).collect(Collectors.joining(" "));
    }

    private EventConsumer together(Consumer<List<Event>> handler) {
        return consumer(Subscription.from("notes").of("note").handledInBatches(handler));
    }

    private Consumer<Event> failing(int times) {
        var left = new int[] {times};
        return event -> {
            if (left[0]-- > 0) {
                throw new IllegalStateException("not yet");
            }
            handled.add(event.id());
        };
    }

    private EventConsumer consumer(Consumer<Event> handler) {
        return consumer(Subscription.from("notes").of("note").handledBy(handler));
    }

    private EventConsumer consumer(Subscription subscription) {
        var store = new ParkingLot() {
            @Override
            public void park(Event event, String reason, int attempts) {
                parked.add(event.id() + " after " + attempts + ": " + reason);
            }

            @Override
            public void park(Message message, String source, String reason) {
                parked.add("message: " + reason);
            }
        };
        var told = subscription.whenParked(event -> toldParked.add(event.id()));
        return new EventConsumer("notes", List.of(told), store, SETTINGS, TraceContext.NONE::continuing);
    }

    static Event event(String aggregate, long version) {
        return new Event(
                "notes/" + aggregate + "/a/" + version,
                "notes." + aggregate + ".amended.v1",
                "notes",
                aggregate + "/a",
                Instant.parse("2026-11-23T10:00:00Z"),
                version,
                "user:1",
                "",
                "{}");
    }
}
