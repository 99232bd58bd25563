package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * One caller's connection: requests are answered one after the other in their order, and while one waits for something no
 * more are read than have come already. All methods but {@link #closeIfLate} are for the connection's event loop only.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final int MOST_WAITING = 4;

    private final Lane lane;
    private final Exchange exchange;
    private final Deque<Object> waiting = new ArrayDeque<>(MOST_WAITING);
    private boolean busy;
    private boolean over;
    private volatile long since = System.nanoTime();

    /** @param lastCaller whose requests the connection's decoder may read the plain way */
    Connection(Lane lane, LastCaller lastCaller) {
        this.lane = lane;
        this.exchange = new Exchange(lane, this, lastCaller);
    }

    /** Called now and then from outside. A request that is being answered is never late. */
    void closeIfLate(ChannelHandlerContext context, long now) {
        if (lane.isClosing() || now - since > lane.settings.requestTimeout().toNanos()) {
            context.executor().execute(() -> {
                if (!busy && (now - since > patience(context) || (lane.isClosing() && isIdle()))) {
                    context.close();
                }
            });
        }
    }

    private long patience(ChannelHandlerContext context) {
        boolean mayTakeItsTime = isIdle() && !over && context.channel().isWritable();
        return (mayTakeItsTime ? lane.settings.idleTimeout() : lane.settings.requestTimeout()).toNanos();
    }

    private boolean isIdle() {
        return exchange.isNone() && waiting.isEmpty();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over || !(message instanceof HttpObject || message instanceof PlainGet)) {
            ReferenceCountUtil.release(message);
            return;
        }
        waiting.add(message);
        goOn(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        goOn(context);
        context.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over = true;
        forgetWaiting();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && !over && !busy && waiting.isEmpty()) {
            exchange.refuseAndEnd(context, lane.malformedRequest());
            context.flush();
        } else {
            context.close();
        }
    }

    private void goOn(ChannelHandlerContext context) {
        while (!busy && !over && context.channel().isWritable()) {
            Object part = waiting.poll();
            if (part == null) {
                break;
            }
            try {
                exchange.take(context, part);
            } finally {
                ReferenceCountUtil.release(part);
            }
        }
        if (over) {
            forgetWaiting();
        }
        boolean reads = waiting.size() < MOST_WAITING;
        if (context.channel().config().isAutoRead() != reads) {
            context.channel().config().setAutoRead(reads);
        }
    }

    private void forgetWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    /** Does it where it may wait, and what comes of it on the event loop. @return false if too many wait already */
    boolean aside(ChannelHandlerContext context, Supplier<Runnable> work) {
        busy = lane.aside(() -> {
            var result = work.get();
            context.executor().execute(() -> {
                busy = false;
                if (!over) {
                    result.run();
                    goOn(context);
                    context.flush();
                }
            });
        });
        return busy;
    }

    boolean isBusy() {
        return busy;
    }

    boolean isOver() {
        return over;
    }

    /** A request has begun. */
    void isAsked() {
        since = System.nanoTime();
    }

    /** @param last whether nothing more is said after it */
    void send(ChannelHandlerContext context, ByteBuf reply, boolean last) {
        since = System.nanoTime();
        if (last) {
            over = true;
            context.writeAndFlush(reply).addListener(_ -> lastWord(context));
        } else {
            context.write(reply, context.voidPromise());
        }
    }

    /** The caller may be sending still; a connection that is closed while it does loses the answer. */
    private static void lastWord(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel both) {
            both.shutdownOutput();
        } else {
            context.close();
        }
    }
}
