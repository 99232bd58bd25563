package org.trustedtrader.acceptance.faults;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A bad post office between services that each have an exchange of their own: what one says reaches the others late, in
 * another order, and three times in ten twice.
 */
final class EventShuffler implements AutoCloseable {

    private static final String CARRIED = "x-carried-by-the-shuffler";
    private static final double TWICE = 0.3;
    private static final double LATER = 0.3;

    private final Random random = new Random(3);
    private final List<String> exchanges;
    private final Connection connection;
    private final Channel listening;
    private final Channel sending;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final List<Delivery> sack = new ArrayList<>();
    private int heard;
    private int doubled;
    private int overtaken;

    EventShuffler(URI broker, List<String> exchanges) throws Exception {
        this.exchanges = exchanges;
        var factory = new ConnectionFactory();
        factory.setUri(broker);
        connection = factory.newConnection("shuffler");
        listening = connection.createChannel();
        sending = connection.createChannel();
        var queue = listening.queueDeclare().getQueue();
        for (var exchange : exchanges) {
            listening.exchangeDeclare(exchange, "topic", true);
            listening.queueBind(queue, exchange, "#");
        }
        listening.basicConsume(queue, true, (tag, message) -> take(message), tag -> {});
        rounds.scheduleWithFixedDelay(this::deliverSome, 50, 50, TimeUnit.MILLISECONDS);
    }

    synchronized String report() {
        return heard + " events, " + doubled + " delivered twice, " + overtaken + " overtaken by later ones";
    }

    synchronized int doubled() {
        return doubled;
    }

    synchronized int overtaken() {
        return overtaken;
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        connection.abort(2_000);
    }

    private synchronized void take(Delivery message) throws IOException {
        var headers = message.getProperties().getHeaders();
        if (headers != null && headers.containsKey(CARRIED)) {
            return;
        }
        if ("watermark".equals(message.getProperties().getType())) {
            forward(message);
        } else {
            heard++;
            sack.add(message);
        }
    }

    private synchronized void deliverSome() {
        try {
            var later = new ArrayList<Delivery>();
            var now = new ArrayList<Delivery>();
            for (var message : sack) {
                (random.nextDouble() < LATER ? later : now).add(message);
                if (random.nextDouble() < TWICE) {
                    doubled++;
                    (random.nextBoolean() ? later : now).add(message);
                }
            }
            overtaken += later.size();
            Collections.shuffle(now, random);
            for (var message : now) {
                forward(message);
            }
            sack.clear();
            sack.addAll(later);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forward(Delivery message) throws IOException {
        var headers = new HashMap<String, Object>(
                message.getProperties().getHeaders() == null
                        ? Map.of()
                        : message.getProperties().getHeaders());
        headers.put(CARRIED, true);
        AMQP.BasicProperties carried =
                message.getProperties().builder().headers(headers).build();
        for (var exchange : exchanges) {
            sending.basicPublish(exchange, message.getEnvelope().getRoutingKey(), carried, message.getBody());
        }
    }
}
