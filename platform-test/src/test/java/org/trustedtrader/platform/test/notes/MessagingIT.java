package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.ParkedMessages;
import org.trustedtrader.platform.inbox.ReplicationLag;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;

@ServiceIT
@TestPropertySource(properties = {"spring.application.name=notes", "ttp.inbox.catch-up-every=1s"})
class MessagingIT {

    private static final Actor OWNER = new Actor("user:owner", Set.of("writer"), Optional.of("123456782"));

    private final Notes notes;
    private final MongoProjection<NotesApplication.NoteView> readNotes;
    private final ParkedMessages parked;
    private final MongoDatabase database;
    private final RabbitTemplate broker;
    private final BrokerProperties rabbit;
    private final ReplicationLag freshness;
    private final Http http;
    private final String id = UUID.randomUUID().toString();

    MessagingIT(
            Notes notes,
            MongoProjection<NotesApplication.NoteView> readNotes,
            ParkedMessages parked,
            MongoDatabase database,
            RabbitTemplate broker,
            BrokerProperties rabbit,
            ReplicationLag freshness,
            Http http) {
        this.notes = notes;
        this.readNotes = readNotes;
        this.parked = parked;
        this.database = database;
        this.broker = broker;
        this.rabbit = rabbit;
        this.freshness = freshness;
        this.http = http;
    }

    @Test
    void announcesEveryChangeAndForgetsItWhenTheBrokerHasIt() {
        write("hello");
        amend("hello again");
        await().untilAsserted(() -> assertThat(read(id)).contains("hello again"));
        await().until(() -> notes.outbox().pending(id).isEmpty());
    }

    @Test
    void parksPoisonWithItsReasonAndLetsTheNextPass() {
        write("poison");
        var behind = UUID.randomUUID().toString();
        notes.create(Note.write(behind, "123456782", "behind", OWNER, Instant.now()), Command.by(OWNER));
        await().untilAsserted(() -> assertThat(read(behind)).contains("behind"));
        await().untilAsserted(() -> assertThat(parkedAbout(id))
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).isEqualTo("the text is poison")));
    }

    @Test
    void parksAMessageThatIsNoEvent() {
        var text = "no event " + UUID.randomUUID();
        broker.send(
                rabbit.exchange(),
                "notes.note.garbage.v1",
                MessageBuilder.withBody(text.getBytes()).build());
        await().untilAsserted(() -> assertThat(parked.list(200))
                .anySatisfy(p -> assertThat(p.reason()).contains("attribute id is missing")));
    }

    @Test
    void parksAnEventWithASubjectThatIsNoneOnceAndStoresNothingOfIt() {
        var forged = new Event(
                "notes/note/../" + id + "/1",
                "notes.note.amended.v1",
                "notes",
                "note/../" + id,
                Instant.now(),
                1,
                "user:x",
                "",
                "{\"n\":1}");
        broker.send(rabbit.exchange(), forged.type(), EventMessages.write(forged));
        var behind = UUID.randomUUID().toString();
        notes.create(Note.write(behind, "123456782", "behind", OWNER, Instant.now()), Command.by(OWNER));
        await().untilAsserted(() -> assertThat(read(behind)).contains("behind"));
        assertThat(parkedWithHeader("note/../" + id)).hasSize(1);
        assertThat(database.getCollection("notes_view").countDocuments(Filters.eq("_id", "../" + id)))
                .isZero();
    }

    @Test
    void parksMessagesApartThatDifferInTheirHeadersOnly() {
        for (var who : List.of("first", "second")) {
            broker.send(
                    rabbit.exchange(),
                    "notes.note.garbage.v1",
                    MessageBuilder.withBody("{}".getBytes())
                            .setHeader("sender", who + " " + id)
                            .build());
        }
        await().untilAsserted(() -> assertThat(parkedWithHeader(id)).hasSize(2));
    }

    @Test
    void parksWhateverHeadersAMessageHas() {
        broker.send(
                rabbit.exchange(),
                "notes.note.garbage.v1",
                MessageBuilder.withBody(new byte[] {0, (byte) 0xff})
                        .setHeader("cloudEvents_subject", Map.of("a", List.of(1, id)))
                        .setHeader("cloudEvents_id", "x".repeat(50_000))
                        .setHeader("cloudEvents_time", new byte[] {1, 2})
                        .build());
        await().untilAsserted(() -> assertThat(parkedWithHeader(id)).hasSize(1));
    }

    @Test
    void replaysAParkedMessageOnAnOperatorsWordAndRecordsWhoAsked() {
        write("poison");
        await().until(() -> !parkedAbout(id).isEmpty());
        var path = "/v1/operations/notes/parked/" + parkedAbout(id).getFirst().id() + "/replay";
        var oscar = TestTokens.user("oscar").roles("operator");

        assertThat(http.post(path).by(oscar).send().problem()).isEqualTo("replay-failed");
        database.getCollection("parked")
                .updateOne(Filters.eq("subject", "note/" + id), Updates.set("message.data", "{\"text\":\"cured\"}"));

        assertThat(http.post(path).by(oscar).send().status()).isEqualTo(204);
        assertThat(read(id)).contains("cured");
        assertThat(parkedAbout(id).getFirst().replays())
                .extracting(ParkedMessages.Replay::by)
                .containsExactly("user:oscar");
    }

    @Test
    void bringsAnEventThatTheBrokerForgot() {
        var forgotten = new Document("_id", id)
                .append("changedAt", Date.from(Instant.now()))
                .append("outbox", List.of())
                .append(
                        "lastEvent",
                        new Document("id", "notes/note/" + id + "/4")
                                .append("type", "notes.note.amended.v1")
                                .append("source", "notes")
                                .append("subject", "note/" + id)
                                .append("at", Date.from(Instant.now()))
                                .append("version", 4L)
                                .append("actor", "user:owner")
                                .append("traceparent", "")
                                .append("data", "{\"text\":\"forgotten\"}"));
        database.getCollection("notes").insertOne(forgotten);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(read(id)).contains("forgotten"));
        database.getCollection("notes").deleteOne(Filters.eq("_id", id));
    }

    @Test
    void keepsTheNewestVersionWhateverTheOrder() {
        for (long version : new long[] {2, 5, 3, 5, 1, 4}) {
            readNotes.keepNewest(id, version, new NotesApplication.NoteView("version " + version));
        }
        assertThat(read(id)).isEqualTo("version 5");
    }

    @Test
    void knowsHowOldItsKnowledgeIs() {
        await().untilAsserted(() -> assertThat(freshness.age("notes")).isLessThan(Duration.ofSeconds(5)));
        assertThat(freshness.age("never-heard-of")).isEqualTo(ReplicationLag.NEVER);
    }

    @Test
    void servesItsChangesPageByPage() {
        write("fed");
        var service = TestTokens.service("benefits");
        var after = "";
        var found = false;
        boolean more;
        do {
            var page = http.get("/internal/changes/note?limit=1&after=" + after)
                    .by(service)
                    .send()
                    .json();
            found |= page.path("events").toString().contains(id);
            more = page.path("more").asBoolean();
            after = page.path("next").asString();
        } while (more);
        assertThat(found).isTrue();
        assertThat(http.get("/internal/changes/note?after=rubbish")
                        .by(service)
                        .send()
                        .status())
                .isEqualTo(422);
        assertThat(http.get("/internal/changes/nothing").by(service).send().status())
                .isEqualTo(404);
    }

    private List<Document> parkedWithHeader(String part) {
        return database.getCollection("parked").find().into(new ArrayList<>()).stream()
                .filter(one ->
                        one.get("message", Document.class).get("headers", "").contains(part))
                .toList();
    }

    private List<ParkedMessages.Parked> parkedAbout(String noteId) {
        return parked.list(200).stream()
                .filter(p -> p.subject().equals("note/" + noteId))
                .toList();
    }

    private void write(String text) {
        notes.create(Note.write(id, "123456782", text, OWNER, Instant.now()), Command.by(OWNER));
    }

    private void amend(String text) {
        notes.change(id, Command.by(OWNER), note -> note.amend(text, OWNER, Instant.now()));
    }

    private String read(String noteId) {
        return readNotes.find(noteId).map(NotesApplication.NoteView::data).orElse("");
    }
}
