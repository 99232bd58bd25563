package org.trustedtrader.platform.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** Whether the connection on which this service hears is up. */
final class BrokerConnection implements ConnectionListener {

    private final List<Runnable> whenConnected = new CopyOnWriteArrayList<>();
    private volatile boolean up;

    boolean isUp() {
        return up;
    }

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
}
