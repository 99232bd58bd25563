package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.inbox.MongoCheckpoint;
import org.trustedtrader.platform.inbox.ParkedMessages;
import org.trustedtrader.platform.inbox.ReplicationLag;
import org.trustedtrader.platform.outbox.OutboxRelay;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import org.trustedtrader.platform.test.notes.NotesApplication.Handled;

/** A reader that keeps what it hears in memory, in several replicas on the same database and broker. */
@ServiceIT
@TestPropertySource(
        properties = {
            "spring.application.name=notes",
            "ttp.inbox.exclusive=true",
            "ttp.inbox.catch-up-every=2s",
            "ttp.replica=first"
        })
class ReplicasIT {

    private static final Actor OWNER = new Actor("user:owner", Set.of("writer"), Optional.of("123456782"));
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> SHARED = List.of(
            "ttp.mongodb.uri",
            "ttp.mongodb.database-prefix",
            "ttp.rabbitmq.url",
            "ttp.rabbitmq.exchange",
            "ttp.inbox.queue-prefix",
            "ttp.security.issuer",
            "ttp.security.client-secret",
            "ttp.services.enrolment.url");

    private final ApplicationContext first;
    private final Notes notes;
    private final Handled handled;
    private final ParkedMessages parked;
    private final MongoDatabase database;
    private final RabbitAdmin broker;
    private final OutboxRelay relay;
    private final Http http;
    private final String id = UUID.randomUUID().toString();

    ReplicasIT(
            ApplicationContext first,
            Notes notes,
            Handled handled,
            ParkedMessages parked,
            MongoDatabase database,
            RabbitTemplate template,
            OutboxRelay relay,
            Http http) {
        this.first = first;
        this.notes = notes;
        this.handled = handled;
        this.parked = parked;
        this.database = database;
        this.broker = new RabbitAdmin(template);
        this.relay = relay;
        this.http = http;
    }

    @Test
    void eachHearsEverythingAndIsFresh() {
        try (var second = replica("second", "60s")) {
            awaitFresh(second);
            write("hello");
            await().atMost(SOON).until(() -> handled.understood().contains(event(1)));
            await().atMost(SOON).until(() -> understoodBy(second).contains(event(1)));
        }
    }

    @Test
    void oneThatIsGoneLeavesNoQueueBehind() {
        try (var second = replica("second", "60s")) {
            awaitFresh(second);
            assertThat(durable()).isTrue();
        }
        try (var namesake = replica("second", "60s")) {
            awaitFresh(namesake);
        }
        await().atMost(SOON).until(() -> broker.getQueueInfo(queue() + ".second") == null);
    }

    @Test
    void aNamesakeIsRefusedTheQueueAndReadsUpUntilItGetsIt() {
        try (var second = replica("second", "60s");
                var namesake = replica("second", "60s")) {
            write("hello");
            await().atMost(SOON).until(() -> understoodBy(namesake).contains(event(1)));
            second.close();
            awaitFresh(namesake);
            amend("hello again");
            await().atMost(SOON).until(() -> understoodBy(namesake).contains(event(2)));
        }
    }

    @Test
    void whatIsAnnouncedWhileNoneHearsIsKeptVersionByVersionWithoutAnAlarm() throws Exception {
        var listeners = first.getBean("eventQueues", SmartLifecycle.class);
        var schedule = first.getBean("catchUpSchedule", SmartLifecycle.class);
        schedule.stop();
        listeners.stop();
        first.getBean("brokerConnection", AutoCloseable.class).close();
        try {
            write("hello");
            amend("hello again");
            await().atMost(SOON).until(() -> notes.outbox().pending(id).isEmpty());
            assertThat(relay.failures()).isEmpty();
            assertThat(handled.times()).doesNotContainKey(event(1));
        } finally {
            listeners.start();
            schedule.start();
        }
        await().atMost(SOON).until(() -> handled.understood().containsAll(Set.of(event(1), event(2))));
    }

    @Test
    void aReplayByOneReachesTheOthers() {
        try (var second = replica("second", "1s")) {
            awaitFresh(second);
            write("poison");
            // A consumer that has handled the message after it has parked it.
            amend("hello");
            await().atMost(SOON).until(() -> handled.understood().contains(event(2)));
            await().atMost(SOON).until(() -> understoodBy(second).contains(event(2)));
            database.getCollection("parked")
                    .updateOne(
                            Filters.eq("subject", "note/" + id), Updates.set("message.data", "{\"text\":\"cured\"}"));
            var parkedId = parkedAbout(id).getFirst().id();

            var reply = http.post("/v1/operations/notes/parked/" + parkedId + "/replay")
                    .by(TestTokens.user("oscar").roles("operator"))
                    .send();

            assertThat(reply.status()).isEqualTo(204);
            assertThat(handled.understood()).contains(event(1));
            await().atMost(SOON).until(() -> understoodBy(second).contains(event(1)));
        }
    }

    @Test
    void aStartingPointIsWhereTheOthersWereWhenItWasRead() {
        var earlier = new MongoCheckpoint(database);
        earlier.takenIn("somewhere/thing", "1_a");
        var later = new MongoCheckpoint(database);
        later.takenIn("somewhere/thing", "2_b");

        assertThat(earlier.of("somewhere/thing")).isEmpty();
        assertThat(later.of("somewhere/thing")).isEqualTo("1_a");
        assertThat(new MongoCheckpoint(database).of("somewhere/thing")).isEqualTo("2_b");
    }

    private ConfigurableApplicationContext replica(String name, String catchUpEvery) {
        var environment = first.getEnvironment();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.application.name",
                "notes",
                "server.port",
                0,
                "ttp.inbox.exclusive",
                true,
                "ttp.inbox.catch-up-every",
                catchUpEvery,
                "ttp.replica",
                name,
                "ttp.security.back-channel",
                ""));
        SHARED.forEach(key -> settings.put(key, environment.getRequiredProperty(key)));
        return new SpringApplicationBuilder(NotesApplication.class)
                .profiles("demo")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("another-replica", settings)))
                .run();
    }

    private static void awaitFresh(ApplicationContext replica) {
        var freshness = replica.getBean(ReplicationLag.class);
        await().atMost(SOON).until(() -> freshness.age("notes").compareTo(Duration.ofSeconds(3)) < 0);
    }

    private static Set<String> understoodBy(ApplicationContext replica) {
        return replica.getBean(Handled.class).understood();
    }

    private String queue() {
        return first.getEnvironment().getRequiredProperty("ttp.inbox.queue-prefix") + "notes.notes";
    }

    private boolean durable() {
        return broker.getQueueInfo(queue()) != null;
    }

    private List<ParkedMessages.Parked> parkedAbout(String noteId) {
        return parked.list(200).stream()
                .filter(p -> p.subject().equals("note/" + noteId))
                .toList();
    }

    private String event(int version) {
        return "notes/note/" + id + "/" + version;
    }

    private void write(String text) {
        notes.create(Note.write(id, "123456782", text, OWNER, Instant.now()), Command.by(OWNER));
    }

    private void amend(String text) {
        notes.change(id, Command.by(OWNER), note -> note.amend(text, OWNER, Instant.now()));
    }
}
