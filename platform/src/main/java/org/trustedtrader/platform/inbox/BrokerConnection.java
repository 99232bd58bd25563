package org.trustedtrader.platform.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** The connection on which this service hears, apart from the one on which it publishes, and whether it is up. */
final class BrokerConnection implements ConnectionListener, AutoCloseable {

    private final CachingConnectionFactory connections;
    private final List<Runnable> whenConnected = new CopyOnWriteArrayList<>();
    private volatile boolean up;

    BrokerConnection(CachingConnectionFactory connections) {
        this.connections = connections;
        connections.addConnectionListener(this);
    }

    CachingConnectionFactory connections() {
        return connections;
    }

    boolean isUp() {
        return up;
    }

    /** Actions run in the order in which they were given, before anything is consumed. */
    void whenConnected(Runnable action) {
        whenConnected.add(action);
    }

    @Override
    public void onCreate(Connection connection) {
        up = true;
        whenConnected.forEach(Runnable::run);
    }

    @Override
    public void onClose(Connection connection) {
        up = false;
    }

    @Override
    public void onFailed(Exception exception) {
        up = false;
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
