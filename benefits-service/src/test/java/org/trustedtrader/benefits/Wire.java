package org.trustedtrader.benefits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server that a test can cut, or hold so that nothing comes through although it looks whole. */
final class Wire {

    private enum State {
        WHOLE,
        HELD,
        CUT
    }

    private final ServerSocket here;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    private Wire(ServerSocket here, String host, int port) {
        this.here = here;
        this.host = host;
        this.port = port;
    }

    /** @param uri of one server, {@code scheme://…host:port…} */
    static Wire to(URI uri) {
        try {
            var wire =
                    new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), uri.getHost(), uri.getPort());
            Thread.ofPlatform().daemon().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + here.getLocalPort();
    }

    void cut() {
        become(State.CUT);
        open.forEach(Wire::close);
        open.clear();
    }

    void hold() {
        become(State.HELD);
    }

    void mend() {
        become(State.WHOLE);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** @return whether bytes may pass; waits while they are held */
    private synchronized boolean mayPass() throws InterruptedException {
        while (state == State.HELD) {
            wait();
        }
        return state == State.WHOLE;
    }

    private void accept() {
        while (true) {
            try {
                var near = here.accept();
                if (mayPass()) {
                    join(near, new Socket(host, port));
                } else {
                    near.close();
                }
            } catch (IOException e) {
                System.out.println("wire: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void join(Socket near, Socket far) {
        open.add(near);
        open.add(far);
        Thread.ofPlatform().daemon().start(() -> pump(near, far));
        Thread.ofPlatform().daemon().start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8_192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read > 0;
                    read = from.getInputStream().read(buffer)) {
                if (!mayPass()) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            open.remove(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
