package org.trustedtrader.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The play of one seed as one hash: every version that was stored, with its whole state, when it was announced, what was refused
 * and what the border answered. Runs in a JVM of its own, where {@code Set.of} and {@code Map.of} have the wanted order.
 */
final class TracedRun {

    /** The JVM's sets have the other order. */
    static final int OTHER_ORDER = 3;

    private TracedRun() {}

    /** @param args the order of this JVM's sets ({@link #order}), the seed, members, years */
    public static void main(String[] args) {
        if (!order().equals(args[0])) {
            System.exit(OTHER_ORDER);
        }
        System.out.println(hash(Long.parseLong(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])));
    }

    /** Of two values in a set; each JVM draws it anew. */
    static String order() {
        return String.join("", Set.of("a", "b"));
    }

    static String hash(long seed, int members, int years) {
        var trace = sha256();
        var play = new World(seed, members, new Wiring() {
            @Override
            Bus bus(MovedClock clock, RandomGenerator random) {
                return new Bus(clock, random) {
                    @Override
                    void send(String reader, Object message, Runnable handling) {
                        add(trace, clock.instant() + " " + reader + " " + message);
                        super.send(reader, message, handling);
                    }
                };
            }
        });
        var statistics = play.run(years);
        add(trace, statistics + " " + statistics.refusals());
        return HexFormat.of().formatHex(trace.digest());
    }

    private static void add(MessageDigest trace, String line) {
        if (Boolean.getBoolean("simulation.trace")) {
            System.err.println(line);
        }
        trace.update(line.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
