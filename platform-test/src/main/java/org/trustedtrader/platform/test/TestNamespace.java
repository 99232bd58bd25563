package org.trustedtrader.platform.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The databases, queues and exchange that one service under test has for itself, so that any server can be pointed at. It is
 * the first bean of its context and hence destroyed last: what it removes is not made again.
 */
final class TestNamespace implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> SERVICES = List.of("assessment", "validation", "benefits");
    private static final String NOBODY = "http://127.0.0.1:9";

    private final String prefix = TestServerChoice.RUN + "_" + COUNT.incrementAndGet() + "_";

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "ttp.mongodb.uri",
                TestServerChoice.mongoUri(),
                "ttp.mongodb.database-prefix",
                prefix,
                "ttp.rabbitmq.url",
                TestServerChoice.brokerUrl(),
                "ttp.rabbitmq.exchange",
                prefix + "events",
                "ttp.inbox.queue-prefix",
                prefix,
                "ttp.security.issuer",
                StubIssuer.running().issuer(),
                "ttp.security.back-channel",
                "",
                "ttp.security.client-secret",
                "a-secret-of-the-tests"));
        settings.put("ttp.services.enrolment.url", StubEnrolment.running().url());
        SERVICES.forEach(service -> settings.put("ttp.services." + service + ".url", NOBODY));
        return settings;
    }

    @Override
    public void close() {
        if (TestServerChoice.mongoOutlivesTheRun()) {
            dropDatabases();
        }
        if (TestServerChoice.brokerOutlivesTheRun()) {
            deleteQueues();
        }
    }

    private void dropDatabases() {
        try (MongoClient client = MongoClients.create(TestServerChoice.mongoUri())) {
            for (String name : client.listDatabaseNames()) {
                if (name.contains(prefix)) {
                    client.getDatabase(name).drop();
                }
            }
        }
    }

    /** A broker cannot be asked for its queues over AMQP; deleting one that is not there does no harm. */
    private void deleteQueues() {
        List<String> names = List.of("enrolment", "assessment", "validation", "benefits", "notes");
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(TestServerChoice.brokerUrl());
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                for (String service : names) {
                    for (String source : names) {
                        channel.queueDelete(prefix + service + "." + source);
                    }
                }
                channel.exchangeDelete(prefix + "events");
            }
        } catch (Exception e) {
            System.out.println("parts: queues of " + prefix + " could not be deleted: " + e.getMessage());
        }
    }
}
