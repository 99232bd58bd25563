package org.trustedtrader.benefits.entrance.web;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
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
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
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
import org.trustedtrader.platform.message.Languages;

/**
 * The entrance's port. It opens after the ordinary one, which it relies on, and closes before it: no new connections, the
 * last answers, then the rest.
 */
final class EntranceServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EntranceServer.class);

    /** After the web server (whose graceful end is 1024 below the default) and before everything that is started last. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final WriteBufferWaterMark UNREAD_ANSWERS = new WriteBufferWaterMark(256 * 1_024, 1_024 * 1_024);
    private static final HttpDecoderConfig DECODER = new HttpDecoderConfig()
            .setMaxInitialLineLength(4_096)
            .setMaxHeaderSize(16_384)
            .setAllowDuplicateContentLengths(false)
            .setStrictLineParsing(true);

    private final Entrance entrance;
    private final Environment environment;
    private final @Nullable SslContext tls;
    private final Set<ChannelHandlerContext> open = ConcurrentHashMap.newKeySet();
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel listening;
    private volatile boolean running;

    /** @param tls null for plain HTTP */
    EntranceServer(Entrance entrance, Environment environment, @Nullable SslContext tls) {
        this.entrance = entrance;
        this.environment = environment;
        this.tls = tls;
    }

    @Override
    public void start() {
        var ordinaryAddress = environment.getProperty("server.address", "");
        entrance.open(new OrdinaryChain(
                "http://" + reachable(ordinaryAddress) + ":" + environment.getRequiredProperty("local.server.port")));
        var address = entrance.properties.address().isEmpty() ? ordinaryAddress : entrance.properties.address();
        int port = entrance.properties.port();
        var group = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(),
                new DefaultThreadFactory("entrance"),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        loops = group;
        listening = new ServerBootstrap()
                .group(group)
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_ANSWERS)
                .childHandler(new Connections())
                .bind(address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port))
                .syncUninterruptibly()
                .channel();
        group.next().scheduleAtFixedRate(this::closeLate, 1, 1, TimeUnit.SECONDS);
        running = true;
        LOG.info("entrance=open port={} tls={} transport={}", port, tls != null, Epoll.isAvailable() ? "epoll" : "nio");
    }

    private static String reachable(String host) {
        return host.isEmpty() || host.equals("0.0.0.0") ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    }

    private final class Connections extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            var handler = new EntranceHandler(entrance, channel);
            boolean admitted = entrance.connections.admit(handler);
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            channel.pipeline().addLast(new HttpServerCodec(DECODER));
            if (!admitted) {
                channel.pipeline().addLast(new NoPlaceHandler());
                return;
            }
            channel.pipeline().addLast(handler);
            entrance.metrics.connections.incrementAndGet();
            var context = channel.pipeline().context(handler);
            open.add(context);
            channel.closeFuture().addListener(_ -> {
                open.remove(context);
                entrance.connections.remove(handler);
                entrance.metrics.connections.decrementAndGet();
            });
        }
    }

    /** Answers a connection beyond the most that there may be, and ends it. */
    private final class NoPlaceHandler extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.writeAndFlush(entrance.responses.problem(
                            entrance.overloaded(), Languages.ENGLISH, "", EntranceResponses.traceId(null), true))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void closeLate() {
        long now = System.nanoTime();
        open.forEach(context -> ((EntranceHandler) context.handler()).closeIfLate(context, now));
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("entrance-closes").start(() -> {
            stop();
            callback.run();
        });
    }

    @Override
    public void stop() {
        running = false;
        entrance.beginClosing();
        if (listening != null) {
            listening.close().syncUninterruptibly();
        }
        awaitLastAnswers();
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
        entrance.ordinaryChain().close();
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
        return entrance.properties.port() != 0;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
