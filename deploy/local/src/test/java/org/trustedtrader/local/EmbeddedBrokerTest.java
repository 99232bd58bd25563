package org.trustedtrader.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final Map<String, Object> QUORUM =
            Map.of("x-queue-type", "quorum", "x-dead-letter-exchange", "parked", "x-delivery-limit", 5);

    @TempDir
    private Path folder;

    @Test
    void deliversWhatMatchesTheTopicAndReturnsWhatNobodyHears() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory();
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            declare(channel);
            BlockingQueue<String> returned = new LinkedBlockingQueue<>();
            channel.addReturnListener(unroutable -> returned.add(unroutable.getRoutingKey()));

            publish(channel, "enrolment.application.submitted.v1", "one");
            GetResponse message = channel.basicGet("assessment.enrolment", false);
            assertThat(new String(message.getBody(), UTF_8)).isEqualTo("one");
            assertThat(message.getProps().getHeaders().get("cloudEvents:id").toString())
                    .isEqualTo("7");

            assertThat(publish(channel, "weather.sunny", "nobody listens"))
                    .as("unlike RabbitMQ, which confirms what it returned, Broker-J refuses it as well")
                    .isFalse();

            assertThat(returned.poll(5, TimeUnit.SECONDS)).isEqualTo("weather.sunny");
        }
    }

    @Test
    void consumesWithPrefetchAndRedeliversWhatWasNotAcknowledged() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory();
                Connection connection = connect(broker)) {
            Channel first = connection.createChannel();
            declare(first);
            publish(first, "enrolment.application.submitted.v1", "again");
            first.basicQos(50);
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            first.basicConsume("assessment.enrolment", false, (tag, message) -> heard.add("first"), cancelled -> {});
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("first");
            first.close();

            Channel second = connection.createChannel();
            second.basicConsume(
                    "assessment.enrolment",
                    false,
                    (tag, message) -> {
                        heard.add("redelivered " + message.getEnvelope().isRedeliver());
                        second.basicAck(message.getEnvelope().getDeliveryTag(), false);
                    },
                    cancelled -> {});
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("redelivered true");
        }
    }

    @Test
    void keepsQueuesBindingsAndMessagesOverARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.durable(folder, 0);
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            declare(channel);
            publish(channel, "enrolment.application.submitted.v1", "kept");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.durable(folder, 0);
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            assertThat(new String(channel.basicGet("assessment.enrolment", true).getBody(), UTF_8))
                    .isEqualTo("kept");
            channel.confirmSelect();
            assertThat(publish(channel, "enrolment.application.submitted.v1", "binding kept"))
                    .isTrue();
            assertThat(channel.basicGet("assessment.enrolment", true)).isNotNull();
        }
    }

    private static void declare(Channel channel) throws Exception {
        channel.confirmSelect();
        channel.exchangeDeclare("ttp.events", "topic", true);
        channel.queueDeclare("assessment.enrolment", true, false, false, QUORUM);
        channel.queueBind("assessment.enrolment", "ttp.events", "enrolment.application.#");
    }

    private static boolean publish(Channel channel, String key, String body) throws Exception {
        BasicProperties properties = MessageProperties.PERSISTENT_TEXT_PLAIN
                .builder()
                .headers(Map.of("cloudEvents:id", "7"))
                .build();
        channel.basicPublish("ttp.events", key, true, properties, body.getBytes(UTF_8));
        return channel.waitForConfirms(5_000);
    }

    private static Connection connect(EmbeddedBroker broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.url());
        return factory.newConnection();
    }
}
