package org.trustedtrader.platform.outbox;

import java.net.URI;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is.
 *
 * @param url      {@code amqp://user:password@host:port/vhost}; holds credentials, so it is never logged
 * @param exchange the durable topic exchange that all events go through
 */
@ConfigurationProperties("ttp.rabbitmq")
public record BrokerProperties(
        @DefaultValue("amqp://guest:guest@127.0.0.1:5673") URI url,
        @DefaultValue("ttp.events") String exchange) {

    private static final int HEARTBEAT_SECONDS = 5;
    private static final int CONNECT_MILLIS = 2000;

    /** A new way to the broker, which connects when it is first used and again after every loss. */
    public CachingConnectionFactory connections() {
        var factory = new CachingConnectionFactory(url);
        factory.setRequestedHeartBeat(HEARTBEAT_SECONDS);
        factory.setConnectionTimeout(CONNECT_MILLIS);
        return factory;
    }
}
