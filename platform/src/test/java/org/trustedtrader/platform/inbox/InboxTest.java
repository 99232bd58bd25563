package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.trace.Traces;

class InboxTest {

    static final InboxSettings SETTINGS = new InboxSettings(
            "classic",
            "",
            false,
            20,
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
        inbox(event -> handled.add(event.id())).receive(message(event("note", 1)));
        assertThat(handled).containsExactly("notes/note/a/1");
    }

    @Test
    void ignoresAnAggregateThatNobodySubscribedTo() {
        inbox(event -> handled.add(event.id())).receive(event("other", 1));
        assertThat(handled).isEmpty();
        assertThat(parked).isEmpty();
    }

    @Test
    void triesAgainBeforeItParks() {
        inbox(failing(2)).receive(event("note", 1));
        assertThat(handled).containsExactly("notes/note/a/1");
        assertThat(parked).isEmpty();
    }

    @Test
    void parksAfterTheLastAttemptAndTellsTheReader() {
        inbox(failing(3)).receive(event("note", 1));
        assertThat(handled).isEmpty();
        assertThat(parked).containsExactly("notes/note/a/1 after 3: java.lang.IllegalStateException: not yet");
        assertThat(toldParked).containsExactly("notes/note/a/1");
    }

    @Test
    void parksPoisonAtOnceAndLetsTheNextPass() {
        var inbox = inbox(event -> {
            if (event.version() == 1) {
                throw new Poison("no such kind");
            }
            handled.add(event.id());
        });
        inbox.receive(event("note", 1));
        inbox.receive(event("note", 2));
        assertThat(parked).containsExactly("notes/note/a/1 after 1: no such kind");
        assertThat(handled).containsExactly("notes/note/a/2");
    }

    @Test
    void parksAMessageThatIsNoEvent() {
        inbox(event -> handled.add(event.id())).receive(new Message("{}".getBytes(), new MessageProperties()));
        assertThat(parked).containsExactly("message: The event attribute id is missing");
    }

    @Test
    void holdsTheEventWhileTheDatabaseIsAwayInsteadOfParkingIt() {
        var away = new int[] {7};
        inbox(event -> {
                    if (away[0]-- > 0) {
                        throw new MongoTimeoutException("no server");
                    }
                    handled.add(event.id());
                })
                .receive(event("note", 1));
        assertThat(handled).containsExactly("notes/note/a/1");
        assertThat(parked).isEmpty();
    }

    @Test
    void catchesUpOnlyOnWhatItHasNotHandled() {
        var inbox = inbox(event -> handled.add(event.id()));
        inbox.receive(event("note", 2));
        inbox.catchUp(event("note", 1));
        inbox.catchUp(event("note", 2));
        inbox.catchUp(event("note", 3));
        assertThat(handled).containsExactly("notes/note/a/2", "notes/note/a/3");
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

    private Inbox inbox(Consumer<Event> handler) {
        var subscription = Subscription.from("notes")
                .of("note")
                .handledBy(handler)
                .whenParked(event -> toldParked.add(event.id()));
        var store = new Parking() {
            @Override
            public void park(Event event, String reason, int attempts) {
                parked.add(event.id() + " after " + attempts + ": " + reason);
            }

            @Override
            public void park(Message message, String source, String reason) {
                parked.add("message: " + reason);
            }
        };
        return new Inbox("notes", List.of(subscription), store, SETTINGS, Traces.NONE::continuing);
    }

    private static Message message(Event event) {
        return EventMessages.write(event);
    }

    private static Event event(String aggregate, long version) {
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
