package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.history.HistoryChain;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.ServiceIT;

@ServiceIT
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "spring.application.name=notes",
            "ttp.mongodb.records.history-block=10",
            "ttp.mongodb.records.largest=400KB"
        })
class HistoryArchiveIT {

    private static final int MANY = 20_200;
    private static final int AT_ONCE = 100;
    private static final Actor MEMBER = new Actor("user:member", Set.of("writer"), Optional.of("123456782"));
    private static final Actor OFFICER = new Actor("user:officer", Set.of("reader"), Optional.empty());

    private final Notes notes;
    private final MongoCollection<Document> records;
    private final MongoCollection<Document> blocks;
    private final String id = UUID.randomUUID().toString();

    HistoryArchiveIT(Notes notes, MongoDatabase database) {
        this.notes = notes;
        this.records = database.getCollection("notes");
        this.blocks = database.getCollection("notes_history");
    }

    @Test
    void keepsTheNewestEntriesInTheRecordAndTheOthersInBlocks() {
        write(57);
        assertThat(inTheRecord()).hasSizeBetween(10, 19);
        assertThat(blocks.countDocuments(Filters.eq("aggregate", id))).isEqualTo(4);
        assertThatTheHistoryIsWhole(57);
    }

    @Test
    void readsEachEntryOnceIfAMoveEndedBeforeTheRecordWasTrimmed() {
        for (int size : new int[] {10, 7}) {
            var torn = UUID.randomUUID().toString();
            write(torn, 15);
            var moved = List.copyOf(inTheRecord(torn).subList(0, size));
            blocks.insertOne(new Document("_id", torn + "/1")
                    .append("aggregate", torn)
                    .append("from", 1L)
                    .append("to", (long) size)
                    .append("entries", moved));
            assertThatTheHistoryIsWhole(torn, 15);
            amend(torn, 30, MEMBER);
            assertThatTheHistoryIsWhole(torn, 45);
            assertThat(inTheRecord(torn)).hasSizeLessThan(20);
        }
    }

    @Test
    void doesNotTrimWhatTheArchiveHoldsOtherwiseAndRaisesAnAlarm(CapturedOutput output) {
        write(15);
        var altered = new ArrayList<>(inTheRecord().subList(0, 10));
        altered.set(3, new Document(altered.get(3)).append("actor", "user:somebody-else"));
        blocks.insertOne(new Document("_id", id + "/1")
                .append("aggregate", id)
                .append("from", 1L)
                .append("to", 10L)
                .append("entries", altered));
        amend(id, 20, MEMBER);
        assertThat(inTheRecord()).hasSize(35);
        assertThat(output).contains("alarm=history-not-archived note=" + id);
        assertThatTheHistoryIsWhole(35);
    }

    @Test
    void movesTheHistoryOfARecordThatWasStoredBeforeThereWasAnArchive() {
        write(9);
        amend(id, 9, MEMBER);
        records.updateOne(
                Filters.eq("_id", id), new Document("$unset", new Document("historyBytes", "").append("archived", "")));
        amend(id, 30, MEMBER);
        assertThat(inTheRecord()).hasSizeLessThan(20);
        assertThatTheHistoryIsWhole(48);
    }

    @Test
    void takesADecisionHoweverOftenAMemberAmendedTheRecord() {
        write(1);
        while (records.find(Filters.eq("_id", id)).first().getLong("version") < MANY) {
            amend(id, AT_ONCE, MEMBER);
            await().atMost(Duration.ofMinutes(1)).until(this::everythingIsPublished);
        }
        var decided = notes.change(id, Command.by(OFFICER), note -> note.amend("suspended", OFFICER, Instant.now()));
        assertThat(decided.version()).isEqualTo(MANY + 2);
        assertThat(records.find(Filters.eq("_id", id)).first().toJson()).hasSizeLessThan(40_000);
        assertThatTheHistoryIsWhole(MANY + 2);
    }

    @Test
    void keepsRoomForAnOfficerWhenAMemberHasFilledTheRecord() {
        write(1);
        var full = "x".repeat(190_000);
        assertThatThrownBy(() -> notes.change(id, Command.by(MEMBER), note -> note.amend(full, MEMBER, Instant.now())))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, e -> assertThat(e.rule()).isEqualTo("record-too-large"));
        var nearlyFull = "x".repeat(50_000);
        notes.change(id, Command.by(MEMBER), note -> note.amend(nearlyFull, MEMBER, Instant.now()));
        var decided =
                notes.change(id, Command.by(OFFICER), note -> note.amend(nearlyFull + "!", OFFICER, Instant.now()));
        assertThat(decided.version()).isEqualTo(3);
    }

    /** The version before let records grow up to what MongoDB takes, and did not count their histories. */
    @Test
    void letsAnOfficerDecideOnALongRecordOfTheVersionBeforeAndItsMemberNot() {
        write(15);
        records.updateOne(
                Filters.eq("_id", id),
                new Document("$unset", new Document("historyBytes", ""))
                        .append("$set", new Document("seen", manySeen())));
        assertThatThrownBy(
                        () -> notes.change(id, Command.by(MEMBER), note -> note.amend("more", MEMBER, Instant.now())))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, e -> assertThat(e.rule()).isEqualTo("record-too-large"));
        var decided = notes.change(id, Command.by(OFFICER), note -> note.amend("suspended", OFFICER, Instant.now()));
        assertThat(decided.version()).isEqualTo(16);
    }

    /** More than the 400 KB that a record may hold here. */
    private static List<Document> manySeen() {
        return LongStream.range(0, 900)
                .mapToObj(i -> new Document("subject", "note/" + i + "x".repeat(500)).append("version", i))
                .toList();
    }

    private void write(int versions) {
        write(id, versions);
    }

    private void write(String noteId, int versions) {
        notes.create(Note.write(noteId, "123456782", "start", MEMBER, Instant.now()), Command.by(MEMBER));
        amend(noteId, versions - 1, MEMBER);
    }

    private void amend(String noteId, int times, Actor actor) {
        for (int i = 0; i < times; i++) {
            var text = "text " + i;
            notes.change(noteId, Command.by(actor), note -> note.amend(text, actor, Instant.now()));
        }
    }

    /** A record is bounded with the events that it has not published; this writes faster than a busy machine publishes. */
    private boolean everythingIsPublished() {
        return records.find(Filters.eq("_id", id))
                .first()
                .getList("outbox", Document.class)
                .isEmpty();
    }

    private List<Document> inTheRecord() {
        return inTheRecord(id);
    }

    private List<Document> inTheRecord(String noteId) {
        return records.find(Filters.eq("_id", noteId)).first().getList("history", Document.class);
    }

    private void assertThatTheHistoryIsWhole(int versions) {
        assertThatTheHistoryIsWhole(id, versions);
    }

    private void assertThatTheHistoryIsWhole(String noteId, int versions) {
        var history = notes.history(noteId);
        assertThat(history.stream().map(HistoryEntry::version))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions).boxed().toList());
        var last = history.getLast().stateHash();
        assertThat(HistoryChain.faults(noteId, history, versions, last)).isEmpty();
    }
}
