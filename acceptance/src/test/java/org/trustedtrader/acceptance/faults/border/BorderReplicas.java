package org.trustedtrader.acceptance.faults.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;

/** Broker, database and two replicas of the border service, each a process of its own that can be killed or hung. */
final class BorderReplicas implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration TRUSTED_AFTER_CATCH_UP = Duration.ofSeconds(8);
    static final String EXCHANGE = "border-side";
    static final String DATABASE = "border_side_benefits";
    static final String FIRST = "benefits";
    static final String SECOND = "benefits-2";

    private static final Path FOLDER = Path.of("target", "border-side");

    private final LocalPlatform parts;
    private final Map<String, AtomicInteger> comingsAndGoings = new ConcurrentHashMap<>();

    BorderReplicas(String issuer, String enrolment) {
        parts = PlatformPlan.in(emptied())
                .onFreePorts()
                .only("mongodb", "rabbitmq", FIRST)
                .borderReplicas(2)
                .environment(
                        "*",
                        Map.of(
                                "TTP_ISSUER",
                                issuer,
                                "TTP_ENROLMENT_URL",
                                enrolment,
                                "TTP_RABBITMQ_EXCHANGE",
                                EXCHANGE,
                                "TTP_MONGODB_DATABASEPREFIX",
                                "border_side_",
                                "TTP_BENEFITS_LEASE",
                                LEASE.toString(),
                                "TTP_INBOX_CATCHUPEVERY",
                                "1s",
                                "TTP_INBOX_CATCHUPWHILEDOWN",
                                "500ms",
                                "TTP_INBOX_CATCHUPOVERLAP",
                                "5s",
                                "TTP_INBOX_TRUSTEDAFTERCATCHUP",
                                TRUSTED_AFTER_CATCH_UP.toString()))
                .platform();
        List.of(FIRST, SECOND).forEach(name -> comingsAndGoings.put(name, new AtomicInteger()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** @param base its address; the first replica has two */
    record Door(String replica, String base) {}

    /** Whether broker and database are this run's own, so that they may be killed. */
    boolean isOurs() {
        return parts.given().isEmpty();
    }

    void start() {
        parts.start(Progress.SILENT);
    }

    List<Door> doors() {
        return List.of(
                new Door(FIRST, parts.url(FIRST)),
                new Door(FIRST, "http://127.0.0.1:" + parts.settings().port(LocalPort.BORDER)),
                new Door(SECOND, parts.url(SECOND)));
    }

    URI broker() {
        return URI.create(parts.url("rabbitmq"));
    }

    String database() {
        return parts.url("mongodb");
    }

    /** Changes whenever the replica is about to go and when it is back; odd while it is away. */
    int comingsAndGoings(String replica) {
        return comingsAndGoings.get(replica).get();
    }

    void kill(String... names) {
        for (var name : names) {
            if (comingsAndGoings.containsKey(name)) {
                comingsAndGoings.get(name).incrementAndGet();
            }
            parts.kill(name);
        }
    }

    void bringBack(String... names) {
        for (var name : names) {
            parts.start(name);
        }
        for (var name : names) {
            parts.awaitReady(name);
            if (comingsAndGoings.containsKey(name)) {
                comingsAndGoings.get(name).incrementAndGet();
            }
        }
    }

    /** It stops in the middle of whatever it does; its connections stay open and its port accepts. */
    void hang(String name) {
        signal(name, "-STOP");
    }

    void wake(String name) {
        signal(name, "-CONT");
    }

    private void signal(String name, String signal) {
        parts.pid(name)
                .flatMap(ProcessHandle::of)
                .ifPresent(process -> Stream.concat(Stream.of(process), process.descendants())
                        .forEach(each -> send(signal, each.pid())));
    }

    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path emptied() {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FOLDER;
    }

    @Override
    public void close() {
        parts.names().forEach(this::wake);
        parts.stop();
    }
}
