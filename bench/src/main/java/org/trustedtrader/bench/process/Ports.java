package org.trustedtrader.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback interface. */
public final class Ports {

    private static final int MILLIS = 500;
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_768;
    private static final int TRIES = 100;

    private Ports() {}

    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first of so many consecutive free ports, below those that the kernel gives to clients: they stay free, also while
     * the server that listens on one is down.
     */
    public static int block(int count) {
        for (int tries = 0; tries < TRIES; tries++) {
            var first = ThreadLocalRandom.current().nextInt(LOWEST, BELOW - count);
            if (IntStream.range(first, first + count).allMatch(Ports::isFree)) {
                return first;
            }
        }
        throw new Trouble("there are no " + count + " free ports in a row");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody listens there; costs next to nothing to find out. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
