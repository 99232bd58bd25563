package org.trustedtrader.benefits.lane.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * The lane's port. It opens after the ordinary one, which it relies on, and when the service goes down closes before it: no
 * new connections, the last answers, then the rest.
 */
final class LaneServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LaneServer.class);

    /** After the web server (whose graceful end is 1024 below the default) and before everything that is started last. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final WriteBufferWaterMark UNTAKEN = new WriteBufferWaterMark(256 * 1_024, 1_024 * 1_024);

    private final LaneSettings settings;
    private final Lane lane;
    private final Environment environment;
    private final Set<ChannelHandlerContext> open = ConcurrentHashMap.newKeySet();
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel listening;
    private volatile boolean running;

    LaneServer(LaneSettings settings, Lane lane, Environment environment) {
        this.settings = settings;
        this.lane = lane;
        this.environment = environment;
    }

    @Override
    public void start() {
        var host = environment.getProperty("server.address", "");
        lane.opens(new StandardChain(
                "http://" + reachable(host) + ":" + environment.getRequiredProperty("local.server.port")));
        var group = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(),
                new DefaultThreadFactory("lane"),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        loops = group;
        listening = new ServerBootstrap()
                .group(group)
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNTAKEN)
                .childHandler(new Arrivals())
                .bind(
                        host.isEmpty()
                                ? new InetSocketAddress(settings.port())
                                : new InetSocketAddress(host, settings.port()))
                .syncUninterruptibly()
                .channel();
        group.next().scheduleAtFixedRate(this::closeLate, 1, 1, TimeUnit.SECONDS);
        running = true;
        LOG.info("lane=open port={} transport={}", settings.port(), Epoll.isAvailable() ? "epoll" : "nio");
    }

    private static String reachable(String host) {
        return host.isEmpty() || host.equals("0.0.0.0") ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    }

    private final class Arrivals extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            if (lane.counts.connections.incrementAndGet() > settings.maxConnections()) {
                lane.counts.connections.decrementAndGet();
                channel.pipeline().addLast(new TurnedAway(lane));
                return;
            }
            var lastCaller = new LastCaller();
            var connection = new Connection(lane, lastCaller);
            channel.pipeline().addLast(new StrictDecoder(lastCaller), connection);
            var context = channel.pipeline().context(connection);
            open.add(context);
            channel.closeFuture().addListener(_ -> {
                open.remove(context);
                lane.counts.connections.decrementAndGet();
            });
        }
    }

    private void closeLate() {
        long now = System.nanoTime();
        open.forEach(context -> ((Connection) context.handler()).closeIfLate(context, now));
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("lane-closes").start(() -> {
            stop();
            callback.run();
        });
    }

    @Override
    public void stop() {
        running = false;
        lane.closes();
        if (listening != null) {
            listening.close().syncUninterruptibly();
        }
        awaitLastAnswers();
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
        lane.standardChain().close();
    }

    private void awaitLastAnswers() {
        long end = System.nanoTime() + LAST_ANSWERS.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < end) {
                closeLate();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Not by a condition on the bean, which a build that prepares starts would decide. */
    @Override
    public boolean isAutoStartup() {
        return settings.port() != 0;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
