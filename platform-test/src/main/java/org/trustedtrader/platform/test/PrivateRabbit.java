package org.trustedtrader.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** An installed rabbitmq-server, run as a node of its own on a free port with its files in a temporary folder. */
final class PrivateRabbit {

    private final int port;

    private PrivateRabbit(int port) {
        this.port = port;
    }

    static PrivateRabbit start() {
        try {
            Path folder = Files.createTempDirectory("rabbit");
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder("rabbitmq-server")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.log").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "RABBITMQ_NODENAME", "ttp-test-" + port + "@localhost",
                            "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
                            "RABBITMQ_NODE_PORT", Integer.toString(port),
                            "RABBITMQ_DIST_PORT", Integer.toString(freePort()),
                            "RABBITMQ_MNESIA_BASE", folder.resolve("data").toString(),
                            "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
                            "RABBITMQ_ENABLED_PLUGINS_FILE",
                                    folder.resolve("plugins").toString(),
                            "RABBITMQ_PID_FILE", folder.resolve("pid").toString(),
                            "HOME", folder.toString()));
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "private-rabbit-end"));
            Awaitility.await("rabbitmq-server on port " + port)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> listens(port) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "rabbitmq-server ended: " + Files.readString(folder.resolve("out.log")));
            }
            return new PrivateRabbit(port);
        } catch (IOException e) {
            throw new UncheckedIOException("rabbitmq-server cannot be run: is it installed?", e);
        }
    }

    String url() {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
