package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {
    @TempDir
    private Path state;

    private LocalPlatform platform;

    @BeforeEach
    void plan() {
        platform = plan(Map.of());
    }

    private LocalPlatform plan(Map<String, String> more) {
        PlatformPlan plan = PlatformPlan.in(state, state.resolve("state"))
                .only("mongodb", "rabbitmq")
                .with("TTP_DATABASE", "embedded")
                .with("TTP_BROKER", "embedded")
                .onFreePorts();
        more.forEach(plan::with);
        return plan.platform();
    }

    @AfterEach
    void stop() {
        platform.stop();
    }

    @Test
    void startsEverythingOnceHoweverOftenItIsAsked() {
        platform.start(Progress.SILENT);
        long first = platform.pid("mongodb").orElseThrow();
        platform.start(Progress.SILENT);

        assertThat(platform.pid("mongodb")).contains(first);
        assertThat(platform.names()).allMatch(platform::ready);
    }

    @Test
    void findsTheSameProcessesAndPortsFromAnotherProgram() {
        platform.start(Progress.SILENT);
        LocalPlatform other = PlatformPlan.in(state, state.resolve("state"))
                .only("mongodb", "rabbitmq")
                .platform();

        assertThat(other.pid("rabbitmq")).isEqualTo(platform.pid("rabbitmq"));
        assertThat(other.url("mongodb")).isEqualTo(platform.url("mongodb"));
        other.stop();
        assertThat(platform.running()).isEmpty();
    }

    @Test
    void completesAHalfDeadPlatformAndKeepsItsData() {
        platform.start(Progress.SILENT);
        write("before");
        platform.kill("mongodb");
        assertThat(platform.running()).containsExactly("rabbitmq");
        platform.start(Progress.SILENT);

        assertThat(count()).isEqualTo(1);
        platform.restart("mongodb", Map.of());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void namesThePortThePartAndTheSettingWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            LocalPlatform blocked = plan(Map.of("TTP_PORT_RABBITMQ", Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> blocked.start(Progress.SILENT))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContainingAll("" + taken.getLocalPort(), "rabbitmq", "TTP_PORT_RABBITMQ=");
            blocked.stop();
        }
    }

    @Test
    void namesEveryTakenPortBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            LocalPlatform blocked = plan(Map.of(
                    "TTP_PORT_MONGODB", Integer.toString(first.getLocalPort()),
                    "TTP_PORT_RABBITMQ", Integer.toString(second.getLocalPort())));
            assertThatThrownBy(blocked::requireFreePorts)
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContainingAll("TTP_PORT_MONGODB=", "TTP_PORT_RABBITMQ=");
            assertThat(blocked.running()).isEmpty();
        }
    }

    @Test
    void theOwnPortOfARunningPartIsNotTaken() {
        platform.start(Progress.SILENT);
        platform.requireFreePorts();
    }

    @Test
    void restartsAPartWhosePortHasChanged() throws Exception {
        platform.start(Progress.SILENT);
        long before = platform.pid("mongodb").orElseThrow();
        long untouched = platform.pid("rabbitmq").orElseThrow();
        write("before");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        LocalPlatform moved = PlatformPlan.in(state, state.resolve("state"))
                .only("mongodb", "rabbitmq")
                .with("TTP_DATABASE", "embedded")
                .with("TTP_BROKER", "embedded")
                .with("TTP_PORT_MONGODB", Integer.toString(port))
                .platform();
        moved.start(Progress.SILENT);

        assertThat(moved.url("mongodb")).endsWith(":" + port);
        assertThat(moved.ready("mongodb")).isTrue();
        assertThat(moved.pid("mongodb").orElseThrow()).isNotEqualTo(before);
        assertThat(moved.pid("rabbitmq")).contains(untouched);
    }

    @Test
    void startsAgainWhatIsKilledWhileTheOthersStart() {
        Map<String, Integer> kills = new ConcurrentHashMap<>();
        platform.start(new Progress() {
            @Override
            public void note(String part, String text) {}

            @Override
            public void ready(String part, String description, boolean already, Duration took) {
                if (kills.merge(part, 1, Integer::sum) == 1) {
                    platform.kill(part);
                }
            }
        });

        assertThat(platform.names()).allMatch(platform::ready);
        assertThat(kills).containsOnlyKeys("mongodb", "rabbitmq");
    }

    @Test
    void aZombieDoesNotRun() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 30").start();
        try {
            long child = Long.parseLong(parent.inputReader().readLine());
            Instant started =
                    ProcessHandle.of(child).orElseThrow().info().startInstant().orElseThrow();
            Path run = Files.createDirectories(state.resolve("state/run"));
            Files.writeString(run.resolve("mongodb.properties"), "pid=" + child + "\nstarted=" + started + "\n");
            assertThat(platform.alive("mongodb")).isTrue();
            Awaitility.await().until(() -> !platform.alive("mongodb"));
            assertThat(ProcessHandle.of(child)).as("still listed by the kernel").isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void startsNothingInPlaceOfWhatWasGiven() {
        LocalPlatform given = plan(Map.of("TTP_MONGODB_URI", "mongodb://user:secret@db.example:27017/?tls=true"));

        assertThat(given.names()).containsExactly("rabbitmq");
        assertThat(given.given()).containsEntry("mongodb", "mongodb://db.example:27017/?tls=true");
    }

    @Test
    void leavesAnotherProgramAloneThatGotTheSameProcessId() throws Exception {
        Path run = state.resolve("state/run");
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            RunningPart.remember(run, "mongodb", stranger, "");
            Path record = run.resolve("mongodb.properties");
            Files.writeString(record, "pid=" + stranger.pid() + "\nstarted=2026-01-01T00:00:00Z\n");
            platform.stop();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private void write(String id) {
        try (MongoClient client = MongoClients.create(platform.url("mongodb"))) {
            client.getDatabase("ttp_test").getCollection("things").insertOne(new Document("_id", id));
        }
    }

    private long count() {
        try (MongoClient client = MongoClients.create(platform.url("mongodb"))) {
            return client.getDatabase("ttp_test").getCollection("things").countDocuments();
        }
    }
}
