package org.trustedtrader.benefits.entrance.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.benefits.eligibility.AnswerBuffer;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.token.BearerToken;
import org.trustedtrader.platform.web.DuplicateAuthorizationException;
import org.trustedtrader.platform.web.ProblemMapper;

/**
 * One connection, behind Netty's HTTP codec. Requests are answered one after the other in their order: whoever calls is known
 * before the body is read, and while an answer waits for something no more is read than has come already. All methods but
 * {@link #closeIfLate} are for the connection's event loop only.
 */
final class EntranceHandler extends ChannelInboundHandlerAdapter {

    private static final int MOST_WAITING = 4;
    private static final int LARGEST_KEPT_BODY = 262_144;
    private static final byte[] NO_BODY = {};
    private static final FastThreadLocal<AnswerBuffer> BUFFERS = new FastThreadLocal<>() {
        @Override
        protected AnswerBuffer initialValue() {
            return new AnswerBuffer();
        }
    };

    private final Entrance entrance;
    private final Deque<HttpObject> waiting = new ArrayDeque<>(MOST_WAITING);
    private volatile long since = System.nanoTime();

    /** The connection's last token that was found good, and until when it need not be looked up. */
    private String token = "";

    private @Nullable EntranceCaller tokenCaller;
    private long tokenUntilMillis;

    /** The request that is being read or answered. */
    private @Nullable HttpRequest request;

    private RequestTarget target = RequestTarget.of(io.netty.handler.codec.http.HttpMethod.GET, "/");
    private @Nullable EntranceCaller caller;
    private byte[] body = NO_BODY;
    private int length;
    private boolean arrived;

    private boolean busy;
    private boolean over;

    EntranceHandler(Entrance entrance) {
        this.entrance = entrance;
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
                tokenCaller != null && isIdle() && !over && context.channel().isWritable();
        return (mayStay ? entrance.properties.idleTimeout() : entrance.properties.requestTimeout()).toNanos();
    }

    private boolean isIdle() {
        return request == null && waiting.isEmpty();
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
        releaseWaiting();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && !over && !busy && waiting.isEmpty()) {
            refuseAndClose(context, ProblemMapper.malformedRequest());
            context.flush();
        } else {
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
            releaseWaiting();
        }
        boolean reads = waiting.size() < MOST_WAITING;
        if (context.channel().config().isAutoRead() != reads) {
            context.channel().config().setAutoRead(reads);
        }
    }

    private void releaseWaiting() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    private void take(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuseAndClose(context, ProblemMapper.malformedRequest());
            return;
        }
        if (part instanceof HttpRequest head) {
            begin(context, head);
        }
        if (part instanceof HttpContent content && request != null && !over && !append(content.content())) {
            refuse(context, ProblemMapper.tooLarge(DataSize.ofBytes(entrance.largestBody)));
        }
        if (part instanceof LastHttpContent && request != null && !busy && !over) {
            answer(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        since = System.nanoTime();
        request = head;
        length = 0;
        arrived = !HttpUtil.isTransferEncodingChunked(head) && HttpUtil.getContentLength(head, 0) == 0;
        target = RequestTarget.of(head.method(), head.uri());
        if (isAmbiguous(head)) {
            refuseAndClose(context, ProblemMapper.malformedRequest());
        } else if (target.kind() == RequestTarget.Kind.MALFORMED) {
            refuseAndClose(context, ProblemMapper.malformedAddress());
        } else if (count(head.headers(), HttpHeaderNames.AUTHORIZATION) > 1) {
            refuseAndClose(context, ProblemMapper.of(new DuplicateAuthorizationException()));
        } else {
            identify(context, BearerToken.of(head.headers().get(HttpHeaderNames.AUTHORIZATION)));
        }
    }

    /** Whether two readers might take it for something else, or it is of another protocol. */
    private static boolean isAmbiguous(HttpRequest head) {
        var headers = head.headers();
        return head.protocolVersion() != HttpVersion.HTTP_1_1
                || count(headers, HttpHeaderNames.HOST) != 1
                || (headers.contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(head))
                || (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                        && !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                String.join(",", headers.getAll(HttpHeaderNames.TRANSFER_ENCODING))));
    }

    private static int count(HttpHeaders headers, CharSequence name) {
        int count = 0;
        for (var values = headers.valueCharSequenceIterator(name); values.hasNext(); values.next()) {
            count++;
        }
        return count;
    }

    private void identify(ChannelHandlerContext context, @Nullable String bearer) {
        if (bearer == null) {
            refuse(context, ProblemMapper.notSignedIn());
            return;
        }
        if (!bearer.equals(token) || System.currentTimeMillis() >= tokenUntilMillis) {
            var known = entrance.authenticator.remembered(bearer);
            if (known == null) {
                check(context, bearer);
                return;
            }
            token = bearer;
            tokenUntilMillis = known.untilMillis();
            identified(context, known.found());
        }
        caller = tokenCaller;
        admit(context);
    }

    private void check(ChannelHandlerContext context, String bearer) {
        token = ""; // the caller that is found belongs to this request; an earlier token is looked up again
        aside(context, () -> {
            try {
                var checked = entrance.authenticator.check(bearer);
                return () -> {
                    identified(context, checked);
                    caller = checked;
                    admit(context);
                };
            } catch (RuntimeException e) {
                var problem = ProblemMapper.of(e);
                return () -> refuse(context, problem);
            }
        });
    }

    private void identified(ChannelHandlerContext context, EntranceCaller known) {
        if (tokenCaller == null) {
            entrance.connections.identified(context.channel());
        }
        tokenCaller = known;
    }

    private void admit(ChannelHandlerContext context) {
        if (caller != null && !caller.isWithinLimit()) {
            refuse(context, entrance.overLimit());
        } else if (target.kind() == RequestTarget.Kind.ELSEWHERE) {
            refuse(context, ProblemMapper.unknownPath());
        } else if (request != null && HttpUtil.is100ContinueExpected(request)) {
            context.write(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    /** @return false if the body has become longer than it may be */
    private boolean append(ByteBuf content) {
        int more = content.readableBytes();
        if (length + more > entrance.largestBody) {
            return false;
        }
        if (body.length - length < more) {
            body = Arrays.copyOf(body, Math.max(length + more, Math.min(body.length * 2, LARGEST_KEPT_BODY)));
        }
        content.readBytes(body, length, more);
        length += more;
        return true;
    }

    private void answer(ChannelHandlerContext context) {
        var asking = caller;
        var head = request;
        if (asking == null || head == null) {
            return;
        }
        arrived = true;
        var whole = new RequestReader.WholeRequest(head.method(), head.uri(), target, head.headers(), body, length);
        if (!asking.mayAsk(target.kind())) {
            passOn(context, whole);
        } else if (whole.isLong()) {
            aside(context, () -> readAndAnswer(context, whole, asking));
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
            aside(context, () -> answer(context, work, asking, new AnswerBuffer()));
        } else {
            answer(context, work, asking, BUFFERS.get()).run();
        }
    }

    /** Answers on whatever thread calls. @return sends the answer */
    private Runnable answer(
            ChannelHandlerContext context, RequestReader.Work work, EntranceCaller asking, AnswerBuffer buffer) {
        try {
            work.answer(asking.actor(), buffer);
        } catch (RuntimeException e) {
            var problem = ProblemMapper.of(e);
            return () -> refuse(context, problem);
        }
        return () -> {
            entrance.metrics.answered.increment();
            var json = context.alloc().directBuffer(buffer.json().length());
            json.writeBytes(buffer.json().array(), 0, buffer.json().length());
            boolean last = isLast();
            send(context, entrance.responses.ok(json, traceId(), last), last);
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
        aside(context, () -> askOrdinaryChain(context, whole));
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
        } catch (RuntimeException e) {
            var problem = ProblemMapper.of(e);
            return () -> refuse(context, problem);
        }
    }

    /** Runs it where it may wait, and what comes of it on the event loop. */
    private void aside(ChannelHandlerContext context, Supplier<Runnable> work) {
        busy = entrance.workAside(
                work,
                result -> context.executor().execute(() -> {
                    busy = false;
                    if (!over) {
                        result.run();
                        proceed(context);
                        context.flush();
                    }
                }));
        if (!busy) {
            refuse(context, entrance.overloaded());
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
        var path = request == null ? "" : RequestTarget.path(request.uri());
        var language = Languages.accepted(header(HttpHeaderNames.ACCEPT_LANGUAGE));
        send(context, entrance.responses.problem(problem, language, path, traceId(), last), last);
    }

    /**
     * Whether the connection ends with this answer. After a refusal in the middle of a request it must, since what follows may
     * be anything; and after chunks, since a length may have stood beside them (RFC 9112 section 6.3).
     */
    private boolean isLast() {
        return request == null
                || !arrived
                || entrance.isClosing()
                || HttpUtil.isTransferEncodingChunked(request)
                || !HttpUtil.isKeepAlive(request);
    }

    private String traceId() {
        return EntranceResponses.traceId(header("traceparent"));
    }

    private @Nullable String header(CharSequence name) {
        return request == null ? null : request.headers().get(name);
    }

    private void send(ChannelHandlerContext context, FullHttpResponse response, boolean last) {
        request = null;
        caller = null;
        if (body.length > LARGEST_KEPT_BODY) {
            body = NO_BODY;
        }
        since = System.nanoTime();
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
