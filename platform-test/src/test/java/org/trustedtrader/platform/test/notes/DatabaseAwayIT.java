package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.local.EmbeddedMongo;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;

/** A service beside the one of the test, whose own database comes and goes. */
@ServiceIT
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "spring.application.name=notes")
class DatabaseAwayIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Actor OWNER = new Actor("user:owner", Set.of("writer"), Optional.of("123456782"));

    private final Environment environment;

    DatabaseAwayIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseWaitsForIt(CapturedOutput log) throws Exception {
        var port = freePort();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var starting = threads.submit(() -> start(port, "60s"));
            await().atMost(SOON).until(() -> log.getOut().contains("problem=database-away start=waiting"));
            try (var database = EmbeddedMongo.inMemory(port);
                    var service = starting.get()) {
                assertThat(database.port()).isEqualTo(port);
                assertThat(readiness(service)).isEqualTo(200);
            }
        }
    }

    @Test
    void aServiceWhoseDatabaseStaysAwayGivesUpWithTheReason() throws Exception {
        var port = freePort();
        assertThatThrownBy(() -> start(port, "1s").close()).rootCause().hasMessageContaining("127.0.0.1:" + port);
        assertThatThrownBy(() -> start(port, "1s").close())
                .hasStackTraceContaining("MongoDB did not answer within 1 s (ttp.mongodb.start-timeout)");
    }

    @Test
    void aServiceIsNotReadyWhileItsDatabaseIsAwayAndRecoversByItself() throws Exception {
        var port = freePort();
        var first = EmbeddedMongo.inMemory(port);
        try (var service = start(port, "60s")) {
            assertThat(readiness(service)).isEqualTo(200);
            first.close();
            await().atMost(SOON).until(() -> readiness(service) == 503);
            try (var again = EmbeddedMongo.inMemory(port)) {
                await().atMost(SOON).until(() -> readiness(service) == 200);
                assertThat(again.port()).isEqualTo(port);
                service.getBean(Notes.class)
                        .create(Note.write("again", "123456782", "a", OWNER, Instant.now()), Command.by(OWNER));
            }
        }
    }

    private static int readiness(ConfigurableApplicationContext service) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return Http.to(() -> "http://127.0.0.1:" + port)
                .get("/actuator/health/readiness")
                .send()
                .status();
    }

    private ConfigurableApplicationContext start(int databasePort, String startTimeout) {
        Map<String, Object> settings = new HashMap<>();
        for (var key : new String[] {
            "ttp.rabbitmq.url", "ttp.rabbitmq.exchange", "ttp.security.issuer", "ttp.security.client-secret"
        }) {
            settings.put(key, environment.getRequiredProperty(key));
        }
        settings.put("spring.application.name", "notes");
        settings.put("server.port", 0);
        settings.put("ttp.security.back-channel", "");
        settings.put("ttp.inbox.queue-type", "classic");
        settings.put("ttp.inbox.queue-prefix", "away" + databasePort + "_");
        settings.put("ttp.mongodb.uri", "mongodb://127.0.0.1:" + databasePort);
        settings.put("ttp.mongodb.start-timeout", startTimeout);
        return new SpringApplicationBuilder(NotesApplication.class)
                .profiles("demo")
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("away", settings)))
                .run();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
