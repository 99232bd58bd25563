package org.trustedtrader.platform.test;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** Docker containers, where an engine answers and has or gets the images; each answer is null where there are none. */
final class Containers {

    private static final String MONGO = "mongo:8.0";
    private static final String RABBIT = "rabbitmq:4.1-management";
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final boolean engine = engineAnswers();

    @Nullable
    String mongo() {
        return started(() -> {
            var container = new MongoDBContainer(MONGO);
            container.start();
            return container.getReplicaSetUrl();
        });
    }

    @Nullable
    String rabbit() {
        return started(() -> {
            var container = new RabbitMQContainer(RABBIT);
            container.start();
            return container
                    .getAmqpUrl()
                    .replace(
                            "amqp://",
                            "amqp://" + container.getAdminUsername() + ":" + container.getAdminPassword() + "@");
        });
    }

    private @Nullable String started(Supplier<String> start) {
        if (!engine) {
            return null;
        }
        try {
            return start.get();
        } catch (RuntimeException e) {
            System.out.println("parts: no container: " + e.getMessage());
            return null;
        }
    }

    /** Testcontainers looks for an engine slowly and loudly; most machines without one have no socket either. */
    private static boolean engineAnswers() {
        return (System.getenv("DOCKER_HOST") != null || socketAnswers())
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean socketAnswers() {
        if (!Files.exists(SOCKET)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(SOCKET));
        } catch (Exception e) {
            return false;
        }
    }
}
