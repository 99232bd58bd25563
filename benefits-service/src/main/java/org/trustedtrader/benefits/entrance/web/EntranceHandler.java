package org.trustedtrader.benefits.entrance.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.benefits.eligibility.AnswerBuffer;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.web.ProblemMapper;

/**
 * One connection, behind Netty's HTTP codec. Requests are answered one after the other in their order. The caller is known
 * before the body is read, and while an answer waits for something the connection reads no more than a few parts. All methods but
 * {@link #closeIfLate} and those of the limits are for the connection's event loop only.
 */
final class EntranceHandler extends ChannelInboundHandlerAdapter implements ConnectionLimits.Connection {

    private static final Logger LOG = LoggerFactory.getLogger(EntranceHandler.class);
    private static final FastThreadLocal<AnswerBuffer> BUFFERS = new FastThreadLocal<>() {
        @Override
        protected AnswerBuffer initialValue() {
            return new AnswerBuffer();
        }
    };

    private final Entrance entrance;
    private final Channel channel;
    private final PendingParts waiting = new PendingParts();
    private final ConnectionCaller connection;
    private final IncomingRequest request;
    private volatile long since = System.nanoTime();

    /** Of the request; null until its token was found valid. */
    private @Nullable EntranceCaller caller;

    /** Read by other threads: whether no request is being read or answered. */
    private volatile boolean idle = true;

    private boolean busy;
    private boolean ending;
    private boolean over;

    EntranceHandler(Entrance entrance, Channel channel) {
        this.entrance = entrance;
        this.channel = channel;
        this.connection = new ConnectionCaller(entrance, this);
        this.request = new IncomingRequest(entrance.largestBody);
    }

    @Override
    public InetAddress address() {
        return channel.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    @Override
    public long idleNanos() {
        return idle ? System.nanoTime() - since : -1;
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public void closeWhenIdle() {
        channel.eventLoop().execute(() -> {
            ending = true;
            if (!busy && isIdle()) {
                channel.close();
            }
        });
    }

    /** Called now and then from outside. A request that is being answered is never late. */
    void closeIfLate(ChannelHandlerContext context, long now) {
        if (entrance.isClosing()
                || now - since > entrance.properties.requestTimeout().toNanos()) {
            context.executor().execute(() -> {
                if (!busy && (now - since > timeout(context) || (entrance.isClosing() && isIdle()))) {
                    context.close();
                }
            });
        }
    }

    private long timeout(ChannelHandlerContext context) {
        boolean mayStay =
                connection.isKnown() && isIdle() && !over && context.channel().isWritable();
        return (mayStay ? entrance.properties.idleTimeout() : entrance.properties.requestTimeout()).toNanos();
    }

    private boolean isIdle() {
        return !request.isOpen() && waiting.isEmpty();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over || !(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
            return;
        }
        waiting.add(part);
        proceed(context);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        proceed(context);
        context.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over = true;
        waiting.discard();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && !over && !busy && waiting.isEmpty()) {
            refuseAndClose(context, ProblemMapper.malformedRequest());
            context.flush();
        } else {
            if (!(cause instanceof IOException || cause instanceof DecoderException)) {
                LOG.error("entrance=connection-failed", cause);
            }
            context.close();
        }
    }

    private void proceed(ChannelHandlerContext context) {
        while (!busy && !over && context.channel().isWritable()) {
            HttpObject part = waiting.poll();
            if (part == null) {
                break;
            }
            try {
                take(context, part);
            } finally {
                ReferenceCountUtil.release(part);
            }
        }
        if (over) {
            waiting.discard();
        }
        waiting.pauseOrResumeReading(context.channel().config());
    }

    private void take(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuseAndClose(context, ProblemMapper.malformedRequest());
            return;
        }
        if (part instanceof HttpRequest head) {
            begin(context, head);
        }
        if (part instanceof HttpContent content && request.isOpen() && !over) {
            var refusal = request.append(content.content());
            if (refusal != null) {
                refuse(context, refusal);
            }
        }
        if (part instanceof LastHttpContent && request.isOpen() && !busy && !over) {
            answer(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        since = System.nanoTime();
        idle = false;
        request.begin(head);
        var malformation = request.malformation();
        if (malformation != null) {
            refuseAndClose(context, malformation);
        } else {
            identify(context, request.bearerToken());
        }
    }

    private void identify(ChannelHandlerContext context, @Nullable String bearer) {
        if (bearer == null) {
            refuse(context, ProblemMapper.notSignedIn());
            return;
        }
        var known = connection.remembered(bearer);
        if (known == null) {
            check(context, bearer);
        } else {
            admit(context, known);
        }
    }

    /** Connections that have shown no valid token yet have their own places: they do not delay those that have. */
    private void check(ChannelHandlerContext context, String bearer) {
        aside(context, connection.isKnown() ? entrance.work : entrance.strangers, () -> {
            var checked = entrance.authenticator.check(bearer);
            return () -> admit(context, checked);
        });
    }

    private void admit(ChannelHandlerContext context, EntranceCaller known) {
        if (!connection.accept(known)) {
            refuseAndClose(context, entrance.tooManyConnections());
            return;
        }
        caller = known;
        if (!known.isWithinLimit()) {
            refuse(context, entrance.overLimit());
        } else if (request.kind() == RequestTarget.Kind.ELSEWHERE) {
            refuse(context, ProblemMapper.unknownPath());
        } else if (request.expectsContinue()) {
            context.write(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    private void answer(ChannelHandlerContext context) {
        var asking = caller;
        if (asking == null) {
            return;
        }
        var whole = request.whole();
        if (!asking.mayAsk(request.kind())) {
            passOn(context, whole);
        } else if (whole.isLong()) {
            aside(context, entrance.work, () -> readAndAnswer(context, whole, asking));
        } else {
            try {
                answer(context, entrance.reader.read(whole), asking);
            } catch (BatchReader.UnusualException e) {
                passOn(context, whole);
            }
        }
    }

    private void answer(ChannelHandlerContext context, RequestReader.Work work, EntranceCaller asking) {
        if (work.mayWait()) {
            aside(context, entrance.work, () -> answer(context, work, asking, new AnswerBuffer()));
        } else {
            answerOrRefuse(context, () -> answer(context, work, asking, BUFFERS.get()))
                    .run();
        }
    }

    /** Answers on whatever thread calls. @return sends the answer */
    private Runnable answer(
            ChannelHandlerContext context, RequestReader.Work work, EntranceCaller asking, AnswerBuffer buffer) {
        work.answer(asking.actor(), buffer);
        return () -> {
            entrance.metrics.answered.increment();
            var json = context.alloc().directBuffer(buffer.json().length());
            json.writeBytes(buffer.json().array(), 0, buffer.json().length());
            boolean last = isLast();
            send(context, entrance.responses.ok(json, request.traceId(), last), last);
        };
    }

    private Runnable readAndAnswer(
            ChannelHandlerContext context, RequestReader.WholeRequest whole, EntranceCaller asking) {
        try {
            return answer(context, entrance.reader.read(whole), asking, new AnswerBuffer());
        } catch (BatchReader.UnusualException e) {
            return askOrdinaryChain(context, whole);
        }
    }

    private void passOn(ChannelHandlerContext context, RequestReader.WholeRequest whole) {
        aside(context, entrance.work, () -> askOrdinaryChain(context, whole));
    }

    /** Waits for the ordinary chain. @return sends what it answered */
    private Runnable askOrdinaryChain(ChannelHandlerContext context, RequestReader.WholeRequest whole) {
        entrance.metrics.passedOn.increment();
        try {
            var its = entrance.ordinaryChain().ask(whole);
            return () -> {
                boolean last = isLast();
                send(context, entrance.responses.passedOn(its, last), last);
            };
        } catch (IllegalArgumentException e) {
            return () -> refuseAndClose(context, ProblemMapper.malformedRequest());
        }
    }

    /** Runs it where it may wait, and what comes of it on the event loop. */
    private void aside(ChannelHandlerContext context, Semaphore places, Supplier<Runnable> work) {
        busy = entrance.workAside(
                places,
                () -> answerOrRefuse(context, work),
                result -> context.executor().execute(() -> resume(context, result)));
        if (!busy) {
            refuse(context, entrance.overloaded());
        }
    }

    /** Whatever is thrown, an {@link Error} too, becomes an answer: nobody else would give one. */
    private Runnable answerOrRefuse(ChannelHandlerContext context, Supplier<Runnable> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            var problem = ProblemMapper.of(
                    e instanceof Exception exception
                            ? exception
                            : new IllegalStateException("The request could not be worked on.", e));
            return () -> refuse(context, problem);
        }
    }

    private void resume(ChannelHandlerContext context, Runnable result) {
        busy = false;
        if (over) {
            return;
        }
        try {
            result.run();
            proceed(context);
            context.flush();
        } catch (Throwable e) {
            exceptionCaught(context, e); // the event loop would only log it
        }
    }

    private void refuse(ChannelHandlerContext context, Problem problem) {
        refuse(context, problem, isLast());
    }

    private void refuseAndClose(ChannelHandlerContext context, Problem problem) {
        refuse(context, problem, true);
    }

    private void refuse(ChannelHandlerContext context, Problem problem, boolean last) {
        entrance.metrics.refused.increment();
        var response = entrance.responses.problem(problem, request.language(), request.path(), request.traceId(), last);
        send(context, response, last);
    }

    /** A client without a valid token so far gets one refusal for each connection. */
    private boolean isLast() {
        return !connection.isKnown() || ending || entrance.isClosing() || request.isLast();
    }

    private void send(ChannelHandlerContext context, FullHttpResponse response, boolean last) {
        request.end();
        caller = null;
        since = System.nanoTime();
        idle = true;
        if (last) {
            over = true;
            context.writeAndFlush(response).addListener(_ -> endOutput(context));
        } else {
            context.write(response, context.voidPromise());
        }
    }

    /** The caller may be sending still; a connection that is closed while it does loses the answer. */
    static void endOutput(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel both) {
            both.shutdownOutput();
        } else {
            context.close();
        }
    }
}
