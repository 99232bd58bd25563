package org.trustedtrader.platform.inbox;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** The connection on which this service onDelivery, apart from the one on which it publishes, and whether it is up. */
final class ConsumerConnection implements ConnectionListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerConnection.class);

    private static final int ABORT_MILLIS = 1000;

    private final CachingConnectionFactory connections;
    private final List<Consumer<Connection>> whenConnected = new CopyOnWriteArrayList<>();
    private final LogThrottle notPrepared = new LogThrottle();
    private final LogThrottle away = new LogThrottle();
    private volatile boolean up;

    ConsumerConnection(CachingConnectionFactory connections) {
        this.connections = connections;
        connections.addConnectionListener(this);
    }

    CachingConnectionFactory connections() {
        return connections;
    }

    boolean isUp() {
        return up;
    }

    /**
     * Actions run in the order in which they were given, before anything is consumed. If one fails, the connection is ended
     * and the next attempt makes a new one: half prepared, it would be deaf for as long as it lives.
     */
    void whenConnected(Consumer<Connection> action) {
        whenConnected.add(action);
    }

    @Override
    public void onCreate(Connection connection) {
        up = true;
        try {
            whenConnected.forEach(action -> action.accept(connection));
        } catch (RuntimeException e) {
            up = false;
            notPrepared.log(() -> LOG.warn("problem=broker-connection-not-prepared reason={}", e.getMessage()));
            Objects.requireNonNull(connection.getDelegate()).abort(ABORT_MILLIS);
            throw e;
        }
    }

    @Override
    public void onClose(Connection connection) {
        up = false;
    }

    @Override
    public void onFailed(Exception exception) {
        up = false;
        away.log(() -> LOG.warn("problem=broker-away reason={}", exception.getMessage()));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
