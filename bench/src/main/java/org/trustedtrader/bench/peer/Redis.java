package org.trustedtrader.bench.peer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.trustedtrader.bench.process.Child;
import org.trustedtrader.bench.process.Cpu;
import org.trustedtrader.bench.process.Installed;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Metric;
import org.trustedtrader.bench.result.Sample;
import org.trustedtrader.bench.subject.Plan;

/** A Redis with a value for each of a million keys, asked for random ones by its own benchmark. */
public final class Redis {

    private static final int KEYS = 1_000_000;
    private static final int TRIAL = 50_000;
    private static final int MOST = 20_000_000;
    private static final String VALUE = "x".repeat(64);
    private static final Pattern RATE = Pattern.compile("\"GET[^\"]*\",\"([0-9.]+)\"");

    private final Place place;
    private final Child server;
    private final int port;

    private Redis(Place place, Child server, int port) {
        this.place = place;
        this.server = server;
        this.port = port;
    }

    public static Redis start(Place place) {
        Installed.need("redis-benchmark");
        var port = Ports.free();
        var server = place.start(
                "redis",
                List.of(
                        Installed.need("redis-server").toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        place.folder("redis").toString()));
        server.awaitPort(port, Duration.ofSeconds(10));
        var redis = new Redis(place, server, port);
        redis.fill();
        return redis;
    }

    private void fill() {
        try (var socket = new Socket("127.0.0.1", port);
                var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // closed when all is sent
                }
            });
            for (int i = 0; i < KEYS; i++) {
                out.write("SET key:%012d %s\r\n".formatted(i, VALUE).getBytes(StandardCharsets.US_ASCII));
            }
            out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            reader.join(Duration.ofMinutes(1));
        } catch (IOException | InterruptedException e) {
            throw new Trouble("redis could not be filled: " + e.getMessage(), e);
        }
    }

    /** @param pipeline how many requests go out together */
    public Sample measure(Plan plan, int pipeline) {
        var rate = get(TRIAL * pipeline, pipeline);
        var count = Math.clamp((long) (rate * plan.phase().toMillis() / 1e3), TRIAL, MOST);
        var before = Cpu.micros(List.of(server.pid()));
        var perSecond = get(count, pipeline);
        var micros = (Cpu.micros(List.of(server.pid())) - before) / count;
        return Sample.of(Map.of(Metric.PER_SECOND, perSecond, Metric.CPU_MICROS, micros));
    }

    private double get(int count, int pipeline) {
        var said = place.run(
                "redis-benchmark",
                List.of(
                        Installed.need("redis-benchmark").toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "32",
                        "-n",
                        Integer.toString(count),
                        "-r",
                        Integer.toString(KEYS),
                        "-P",
                        Integer.toString(pipeline),
                        "--csv",
                        "GET",
                        "key:__rand_int__"),
                Duration.ofMinutes(5));
        var found = RATE.matcher(said);
        if (!found.find()) {
            throw new Trouble("redis-benchmark says: " + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
