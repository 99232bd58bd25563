package org.trustedtrader.acceptance.client;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/**
 * Somebody with access to the broker: hears events on a queue of his own, and can publish a copy of one again. The services
 * never meet him over HTTP.
 */
public final class EventTap implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;
    private final String exchange;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    private EventTap(Connection connection, Channel channel, String exchange) {
        this.connection = connection;
        this.channel = channel;
        this.exchange = exchange;
    }

    /** Hears everything whose routing key fits, from now on. */
    public static EventTap on(Platform.Broker broker, String... routingKeys) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(broker.url());
            var connection = factory.newConnection("event-tap");
            var channel = connection.createChannel();
            channel.confirmSelect();
            var tap = new EventTap(connection, channel, broker.exchange());
            tap.listen(routingKeys);
            return tap;
        } catch (IOException | TimeoutException | GeneralSecurityException | URISyntaxException e) {
            throw new UnexpectedResponseException(
                    "The broker does not answer at " + broker.url().getHost() + ":"
                            + broker.url().getPort() + " (TTP_RABBITMQ_URL): " + e,
                    e);
        }
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Publishes an exact copy of the received message, and waits until the broker has confirmed it. */
    public void replay(Heard message) {
        publish(message.routingKey(), message.properties(), message.body());
    }

    public void publish(String routingKey, AMQP.BasicProperties properties, byte[] body) {
        try {
            channel.basicPublish(exchange, routingKey, properties, body);
            channel.waitForConfirmsOrDie(10_000);
        } catch (IOException | TimeoutException e) {
            throw new UnexpectedResponseException("The broker did not take the message: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException("interrupted while publishing", e);
        }
    }

    @Override
    public void close() {
        connection.abort(2_000);
    }

    private void listen(String... routingKeys) throws IOException {
        var queue = channel.queueDeclare().getQueue();
        for (var key : routingKeys) {
            channel.queueBind(queue, exchange, key);
        }
        channel.basicConsume(
                queue,
                true,
                (tag, message) -> heard.add(
                        new Heard(message.getEnvelope().getRoutingKey(), message.getProperties(), message.getBody())),
                tag -> {});
    }

    /** A message as it came, headers and all. */
    public record Heard(String routingKey, AMQP.BasicProperties properties, byte[] body) {

        /** A CloudEvents attribute such as {@code subject}, or an empty string. */
        public String attribute(String name) {
            return String.valueOf(properties.getHeaders().getOrDefault("cloudEvents_" + name, ""));
        }
    }
}
