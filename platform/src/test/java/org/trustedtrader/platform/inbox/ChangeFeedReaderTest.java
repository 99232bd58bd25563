package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.tracing.TraceContext;

/** Where a reader that keeps everything in memory begins, and how far it says that it has come. */
class ChangeFeedReaderTest {

    private static final String FEED = "notes/note";

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> told = new TreeMap<>();
    private final ReplicationLag freshness = new ReplicationLag(Duration.ofMinutes(15));
    private final InMemoryCursors cursors = new InMemoryCursors(new FeedCheckpoint() {
        @Override
        public String of(String feed) {
            return "after-the-load";
        }

        @Override
        public void takenIn(String feed, String cursor) {
            told.put(feed, cursor);
        }
    });

    @Test
    void beginsWhereTheLoadEndedWithTheOverlapBeforeIt() {
        catchUp(event -> {}, true).run();
        assertThat(asked).containsExactly("after-the-load -60", "page-1 -0");
    }

    @Test
    void isNotFreshBeforeItHasReadToTheEnd() {
        var midway = new ArrayList<Duration>();
        catchUp(event -> midway.add(freshness.age("notes")), true).run();
        assertThat(midway).isNotEmpty().allMatch(ReplicationLag.NEVER::equals);
        assertThat(freshness.age("notes")).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void saysHowFarItHasTakenInEverythingAndTellsTheStartingPoint() {
        catchUp(event -> assertThat(cursors.takenIn()).doesNotContainValue("page-2"), true)
                .run();
        assertThat(cursors.takenIn()).containsEntry(FEED, "page-2");
        assertThat(told).containsEntry(FEED, "page-2");
    }

    @Test
    void doesNotMoveOnOverAnEventWhoseEffectIsNotStored() {
        var catchUp = catchUp(
                event -> {
                    throw new MongoTimeoutException("no server");
                },
                false);
        assertThatThrownBy(catchUp::run).isInstanceOf(MongoTimeoutException.class);
        assertThat(told).isEmpty();
        assertThat(cursors.of(FEED)).isEqualTo("after-the-load");
        assertThat(freshness.age("notes")).isEqualTo(ReplicationLag.NEVER);
    }

    @Test
    void readsFromTheBeginningOnceMoreWhenASubscriptionCountsItsReadingUp() {
        var kept = new TreeMap<String, String>(Map.of(FEED, "page-2"));
        var inDatabase = new ChangeFeedCursors() {
            @Override
            public String of(String feed) {
                return kept.getOrDefault(feed, "");
            }

            @Override
            public void keep(String feed, String next) {
                kept.put(feed, next);
            }
        };
        for (int times = 0; times < 2; times++) {
            var subscription =
                    Subscription.from("notes").of("note").handledBy(event -> {}).reading(2);
            var settings = EventConsumerTest.SETTINGS;
            var consumer = new EventConsumer(
                    "notes", List.of(subscription), new NoParking(), settings, TraceContext.NONE::continuing);
            new ChangeFeedReader(consumer, this::page, inDatabase, freshness, settings).run();
        }
        assertThat(asked).containsExactly(" -60", "page-1 -0", "page-2 -60", "page-1 -0");
        assertThat(kept).containsEntry(FEED, "page-2").containsEntry(FEED + "/2", "page-2");
    }

    /** @param patient whether it would wait for the database */
    private ChangeFeedReader catchUp(Consumer<Event> handler, boolean patient) {
        var subscription = Subscription.from("notes").of("note").handledBy(handler);
        var settings = EventConsumerTest.SETTINGS;
        var consumer = new EventConsumer(
                "notes", List.of(subscription), new NoParking(), settings, TraceContext.NONE::continuing);
        if (!patient) {
            consumer.close();
        }
        return new ChangeFeedReader(consumer, this::page, cursors, freshness, settings);
    }

    private ChangeFeedPage page(String aggregate, String after, long overlap, int limit) {
        asked.add(after + " -" + overlap);
        var second = after.equals("page-1");
        var event = new Event(
                "notes/note/a/" + asked.size(),
                "notes.note.amended.v1",
                "notes",
                "note/a",
                Instant.EPOCH,
                asked.size(),
                "user:1",
                "",
                "{}");
        return new ChangeFeedPage(List.of(event), second ? "page-2" : "page-1", !second);
    }

    private static final class NoParking implements ParkingLot {

        @Override
        public void park(Event event, String reason, int attempts) {}

        @Override
        public void park(Message message, String source, String reason) {}
    }
}
