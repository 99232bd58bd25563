package org.trustedtrader.benefits.entrance.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may stay connected. A connection is anonymous until it has shown a valid token; from then on it counts for the client
 * of its token. Anonymous connections make room for others, the oldest first, and after them the one that has been idle
 * longest. So a caller with a request is admitted, however many connections are silent or stay open after an answer.
 */
final class ConnectionLimits {

    /** A connection that rests for less than this is in use. */
    static final Duration LEAST_IDLE = Duration.ofSeconds(1);

    /** What a connection is to these limits. Called by any thread. */
    interface Connection {
        InetAddress address();

        /** How long it has been without a request; negative while one is read or answered. */
        long idleNanos();

        void close();

        /** Closes it now, or after the answer to the request that has just come. */
        void closeWhenIdle();
    }

    private static final String NOBODY = "";

    private final int most;
    private final int mostPerClient;
    private final int mostAnonymousPerAddress;
    private final Map<Connection, String> clients = new LinkedHashMap<>();
    private final Map<String, Set<Connection>> byClient = new HashMap<>();
    private final Map<InetAddress, Set<Connection>> anonymousByAddress = new HashMap<>();

    ConnectionLimits(int most, int mostPerClient, int mostAnonymousPerAddress) {
        this.most = most;
        this.mostPerClient = mostPerClient;
        this.mostAnonymousPerAddress = mostAnonymousPerAddress;
    }

    /** Takes in a connection, if need be by closing another one. @return false if there is no place for it */
    boolean admit(Connection connection) {
        Connection anonymous;
        Connection idle = null;
        synchronized (this) {
            var sameAddress = anonymousByAddress.getOrDefault(connection.address(), Set.of());
            boolean full = clients.size() >= most;
            anonymous = sameAddress.size() >= mostAnonymousPerAddress
                    ? sameAddress.iterator().next()
                    : full ? oldestAnonymous() : null;
            if (anonymous == null && full) {
                idle = longestIdle(clients.keySet());
                if (idle == null) {
                    return false;
                }
            }
            remove(anonymous);
            remove(idle);
            clients.put(connection, NOBODY);
            byClient.computeIfAbsent(NOBODY, _ -> new LinkedHashSet<>()).add(connection);
            anonymousByAddress
                    .computeIfAbsent(connection.address(), _ -> new LinkedHashSet<>())
                    .add(connection);
        }
        if (anonymous != null) {
            anonymous.close();
        }
        if (idle != null) {
            idle.closeWhenIdle();
        }
        return true;
    }

    /**
     * The connection has shown a valid token of this client.
     *
     * @return false if the client has as many connections as it may have, and uses all of them
     */
    boolean identified(Connection connection, String client) {
        Connection idle = null;
        synchronized (this) {
            var before = clients.get(connection);
            if (before == null || before.equals(client)) {
                return true;
            }
            var others = byClient.getOrDefault(client, Set.of());
            if (others.size() >= mostPerClient) {
                idle = longestIdle(others);
                if (idle == null) {
                    return false;
                }
                remove(idle);
            }
            remove(connection);
            clients.put(connection, client);
            byClient.computeIfAbsent(client, _ -> new LinkedHashSet<>()).add(connection);
        }
        if (idle != null) {
            idle.closeWhenIdle();
        }
        return true;
    }

    synchronized void remove(@Nullable Connection connection) {
        var client = connection == null ? null : clients.remove(connection);
        if (connection == null || client == null) {
            return;
        }
        remove(byClient, client, connection);
        if (client.equals(NOBODY)) {
            remove(anonymousByAddress, connection.address(), connection);
        }
    }

    private static <K> void remove(Map<K, Set<Connection>> sets, K key, Connection connection) {
        sets.computeIfPresent(key, (_, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    private @Nullable Connection oldestAnonymous() {
        var oldest = byClient.getOrDefault(NOBODY, Set.of()).iterator();
        return oldest.hasNext() ? oldest.next() : null;
    }

    private static @Nullable Connection longestIdle(Collection<Connection> connections) {
        Connection longest = null;
        long time = LEAST_IDLE.toNanos() - 1;
        for (var connection : connections) {
            long idle = connection.idleNanos();
            if (idle > time) {
                longest = connection;
                time = idle;
            }
        }
        return longest;
    }
}
