package org.trustedtrader.benefits.entrance.web;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may stay connected. A connection is anonymous until it has shown a valid token. Anonymous ones make room for others,
 * the oldest first: however many connect and say nothing, whoever has a token gets in and stays.
 */
final class ConnectionLimits {

    private final int most;
    private final int mostAnonymousPerAddress;
    private final Map<InetAddress, Set<Channel>> anonymousByAddress = new HashMap<>();
    private final Set<Channel> anonymous = new LinkedHashSet<>();
    private final Set<Channel> open = new LinkedHashSet<>();

    ConnectionLimits(int most, int mostAnonymousPerAddress) {
        this.most = most;
        this.mostAnonymousPerAddress = mostAnonymousPerAddress;
    }

    /** Takes in a connection, if need be by closing an anonymous one. @return false if there is no place for it */
    boolean admit(Channel channel) {
        @Nullable Channel leaving;
        synchronized (this) {
            var sameAddress = anonymousByAddress.get(address(channel));
            leaving = sameAddress != null && sameAddress.size() >= mostAnonymousPerAddress
                    ? sameAddress.iterator().next()
                    : open.size() >= most ? oldestAnonymous() : null;
            if (leaving == null && open.size() >= most) {
                return false;
            }
            if (leaving != null) {
                remove(leaving);
            }
            open.add(channel);
            anonymous.add(channel);
            anonymousByAddress
                    .computeIfAbsent(address(channel), _ -> new LinkedHashSet<>())
                    .add(channel);
        }
        if (leaving != null) {
            leaving.close();
        }
        return true;
    }

    /** The connection has shown a valid token. */
    synchronized void identified(Channel channel) {
        removeAnonymous(channel);
    }

    synchronized void remove(Channel channel) {
        open.remove(channel);
        removeAnonymous(channel);
    }

    synchronized int count() {
        return open.size();
    }

    private @Nullable Channel oldestAnonymous() {
        Iterator<Channel> oldest = anonymous.iterator();
        return oldest.hasNext() ? oldest.next() : null;
    }

    private void removeAnonymous(Channel channel) {
        if (anonymous.remove(channel)) {
            anonymousByAddress.computeIfPresent(address(channel), (_, channels) -> {
                channels.remove(channel);
                return channels.isEmpty() ? null : channels;
            });
        }
    }

    private static InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
