package org.trustedtrader.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.trustedtrader.bench.process.Child;
import org.trustedtrader.bench.process.Cpu;
import org.trustedtrader.bench.process.Installed;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;
import org.trustedtrader.bench.subject.Plan;

/** A PostgreSQL cluster with a million rows, asked for one row by its key with a prepared statement, by its own benchmark. */
public final class Postgres {

    private static final Pattern COUNT = Pattern.compile("actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private static final Duration END_OF_CONNECTIONS = Duration.ofSeconds(10);

    private final Place place;
    private final Child server;
    private final int port;

    private Postgres(Place place, Child server, int port) {
        this.place = place;
        this.server = server;
        this.port = port;
    }

    public static Postgres start(Place place) {
        Installed.need("pgbench");
        var folder = place.folder("postgres");
        if (isRoot()) {
            place.run("chown", List.of("chown", unprivileged(), folder.toString()), Duration.ofSeconds(10));
        }
        place.run(
                "initdb",
                asUser(List.of(
                        Installed.need("initdb").toString(), "-D", folder.toString(), "-A", "trust", "-U", "bench")),
                Duration.ofMinutes(2));
        var port = Ports.free();
        var server = place.start("postgres", asUser(serve(folder, port)));
        server.awaitPort(port, Duration.ofSeconds(30));
        var postgres = new Postgres(place, server, port);
        postgres.pgbench(List.of("-i", "-q", "-s", "10"), Duration.ofMinutes(5));
        return postgres;
    }

    private static List<String> serve(Path folder, int port) {
        return List.of(
                Installed.need("postgres").toString(),
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + folder,
                "-c",
                "shared_buffers=512MB");
    }

    public Sample measure(Plan plan) {
        var idle = Cpu.processes(server.pid());
        var before = Cpu.micros(List.of(server.pid()));
        var said = pgbench(
                List.of("-S", "-M", "prepared", "-n", "-c", "8", "-j", "1", "-T", Long.toString(seconds(plan))),
                plan.phase().plusMinutes(1));
        awaitEndOfConnections(idle);
        var micros = Cpu.micros(List.of(server.pid())) - before;
        var count = COUNT.matcher(said);
        var rate = RATE.matcher(said);
        if (!count.find() || !rate.find()) {
            throw new Trouble("pgbench says: " + said);
        }
        return Sample.of(Map.of(
                Metric.PER_SECOND,
                Double.parseDouble(rate.group(1)),
                Metric.CPU_MICROS,
                micros / Math.max(1, Long.parseLong(count.group(1)))));
    }

    /** A connection's process is counted whole only when it has ended, which takes it a moment. */
    private void awaitEndOfConnections(long idle) {
        var until = System.nanoTime() + END_OF_CONNECTIONS.toNanos();
        do {
            Pause.of(Duration.ofMillis(200));
        } while (Cpu.processes(server.pid()) > idle && System.nanoTime() < until);
    }

    private static long seconds(Plan plan) {
        return Math.max(1, plan.phase().toSeconds());
    }

    private String pgbench(List<String> arguments, Duration bound) {
        List<String> command = new ArrayList<>(List.of(Installed.need("pgbench").toString()));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "bench"));
        command.addAll(arguments);
        command.add("postgres");
        return place.run("pgbench", command, bound);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String unprivileged() {
        return exists("postgres") ? "postgres" : "nobody";
    }

    private static String group() {
        return exists("postgres") ? "postgres" : "nogroup";
    }

    private static boolean exists(String user) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream().anyMatch(line -> line.startsWith(user + ":"));
        } catch (IOException e) {
            return false;
        }
    }

    /** It refuses to run as root. */
    private static List<String> asUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of(Installed.need("setpriv").toString()));
        all.addAll(List.of("--reuid", unprivileged(), "--regid", group(), "--clear-groups"));
        all.addAll(command);
        return all;
    }
}
