package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.eligibility.Draft;
import org.trustedtrader.platform.web.Problem;
import org.trustedtrader.platform.web.Problems;

/**
 * One caller's connection: requests are answered one after the other in their order, and while one waits for something no
 * more are read than have come already. All methods but {@link #closeIfLate} are for the connection's event loop only.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final String CHUNKED = "chunked";
    private static final int MOST_WAITING = 4;
    private static final byte[] NOTHING = {};
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_KEPT = 262_144;

    private static final FastThreadLocal<Draft> DRAFTS = new FastThreadLocal<>() {
        @Override
        protected Draft initialValue() {
            return new Draft();
        }
    };

    private final Lane lane;
    private final Deque<HttpObject> waiting = new ArrayDeque<>(MOST_WAITING);
    private @Nullable HttpRequest head;
    private @Nullable Admitted caller;
    private Address address = Address.of(HttpMethod.GET, "/");
    private byte[] body = NOTHING;
    private int length;
    private boolean busy;
    private boolean arrived;
    private boolean ends;
    private boolean over;
    private volatile long since = System.nanoTime();

    Connection(Lane lane) {
        this.lane = lane;
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
        return head == null && waiting.isEmpty();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over || !(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
            return;
        }
        waiting.add(part);
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
            refuseAndEnd(context, lane.malformedRequest());
            context.flush();
        } else {
            context.close();
        }
    }

    private void goOn(ChannelHandlerContext context) {
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

    private void take(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuseAndEnd(context, lane.malformedRequest());
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && head != null && !over) {
            add(context, content.content());
        }
        if (part instanceof LastHttpContent && !busy && !over) {
            end(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        since = System.nanoTime();
        head = request;
        length = 0;
        arrived = !hasBody(request.headers());
        address = Address.of(request.method(), request.uri());
        var headers = request.headers();
        if (request.protocolVersion() != HttpVersion.HTTP_1_1 || isDoubtful(request)) {
            refuseAndEnd(context, lane.malformedRequest());
        } else if (address.kind() == Address.Kind.MALFORMED) {
            refuseAndEnd(context, Problems.malformedAddress());
        } else {
            identify(context, Doorkeeper.token(headers));
        }
    }

    private static boolean isDoubtful(HttpRequest request) {
        var headers = request.headers();
        var encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return headers.getAll(HttpHeaderNames.HOST).size() != 1
                || (headers.contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(request))
                || !(encodings.isEmpty() || (encodings.size() == 1 && CHUNKED.equalsIgnoreCase(encodings.getFirst())));
    }

    private static boolean hasBody(HttpHeaders headers) {
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private void identify(ChannelHandlerContext context, @Nullable String token) {
        if (token == null) {
            refuse(context, Problems.notSignedIn());
            return;
        }
        caller = lane.doorkeeper.known(token);
        if (caller != null) {
            welcome(context);
            return;
        }
        aside(context, () -> {
            try {
                var admitted = lane.doorkeeper.check(token);
                return () -> {
                    caller = admitted;
                    welcome(context);
                };
            } catch (RuntimeException e) {
                var problem = Problems.of(e);
                return () -> refuse(context, problem);
            }
        });
    }

    private void welcome(ChannelHandlerContext context) {
        if (address.kind() == Address.Kind.ELSEWHERE) {
            refuse(context, Problems.unknownPath());
        } else if (head != null && HttpUtil.is100ContinueExpected(head)) {
            context.write(Unpooled.wrappedBuffer(CONTINUE));
        }
    }

    private void add(ChannelHandlerContext context, ByteBuf content) {
        int more = content.readableBytes();
        if (more == 0) {
            return;
        }
        if (length + more > lane.largestBody.toBytes()) {
            refuse(context, Problems.tooLarge(lane.largestBody));
            return;
        }
        if (body.length - length < more) {
            body = Arrays.copyOf(body, Math.max(length + more, Math.min(body.length * 2, LARGEST_KEPT)));
        }
        content.readBytes(body, length, more);
        length += more;
    }

    private void end(ChannelHandlerContext context) {
        var request = head;
        var admitted = caller;
        if (request == null || admitted == null) {
            return;
        }
        arrived = true;
        var asked = new Asked(request.method(), request.uri(), address, request.headers(), body, length);
        if (!admitted.to(address.kind())) {
            passOn(context, asked);
        } else if (Questions.isLong(asked)) {
            aside(context, () -> answered(context, asked, admitted, new Draft()));
        } else {
            answer(context, asked, admitted);
        }
    }

    private void answer(ChannelHandlerContext context, Asked asked, Admitted admitted) {
        try {
            var work = lane.questions.of(asked);
            if (work.mayWait()) {
                aside(context, () -> written(context, work, admitted, new Draft()));
            } else {
                written(context, work, admitted, DRAFTS.get()).run();
            }
        } catch (NotPlain e) {
            passOn(context, asked);
        }
    }

    /** Reads and answers on a thread that may wait, and whatever is not plain is passed on from there. */
    private Runnable answered(ChannelHandlerContext context, Asked asked, Admitted admitted, Draft draft) {
        try {
            return written(context, lane.questions.of(asked), admitted, draft);
        } catch (NotPlain e) {
            return passedOn(context, asked);
        }
    }

    private Runnable written(ChannelHandlerContext context, Questions.Work work, Admitted admitted, Draft draft) {
        try {
            work.answer(admitted.actor(), draft);
        } catch (RuntimeException e) {
            var problem = Problems.of(e);
            return () -> refuse(context, problem);
        }
        return () -> {
            lane.counts.answered.increment();
            var manner = manner();
            send(context, lane.replies.ok(context.alloc(), draft.json(), manner), manner.close());
        };
    }

    private void passOn(ChannelHandlerContext context, Asked asked) {
        aside(context, () -> passedOn(context, asked));
    }

    private Runnable passedOn(ChannelHandlerContext context, Asked asked) {
        lane.counts.leftToTheStandardChain.increment();
        try {
            var said = lane.standardChain().ask(asked);
            boolean headOnly = HttpMethod.HEAD.equals(asked.method());
            return () -> {
                boolean close = manner().close();
                send(context, lane.replies.passedOn(context.alloc(), said, close, headOnly), close);
            };
        } catch (IllegalArgumentException e) {
            return () -> refuseAndEnd(context, lane.malformedRequest());
        } catch (RuntimeException e) {
            var problem = Problems.of(e);
            return () -> refuse(context, problem);
        }
    }

    /** What may wait, and what is then to be done on the event loop. */
    @FunctionalInterface
    private interface Waiting {
        Runnable result();
    }

    private void aside(ChannelHandlerContext context, Waiting work) {
        busy = true;
        boolean begun = lane.aside(() -> {
            var result = work.result();
            context.executor().execute(() -> {
                busy = false;
                if (!over) {
                    result.run();
                    goOn(context);
                    context.flush();
                }
            });
        });
        if (!begun) {
            busy = false;
            refuse(context, lane.overloaded());
        }
    }

    private void refuse(ChannelHandlerContext context, Problem problem) {
        lane.counts.refused.increment();
        var manner = manner();
        String path = head == null ? "" : Address.path(head.uri());
        send(context, lane.replies.problem(context.alloc(), problem, path, manner), manner.close());
    }

    private void refuseAndEnd(ChannelHandlerContext context, Problem problem) {
        ends = true;
        refuse(context, problem);
    }

    /** After a refusal in the middle of a request the connection ends too: what follows may be anything. */
    private Replies.Manner manner() {
        var request = head;
        if (request == null) {
            return new Replies.Manner(TraceId.of(null), true, false);
        }
        var headers = request.headers();
        boolean close = ends
                || lane.isClosing()
                || headers.contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)
                || !arrived;
        return new Replies.Manner(
                TraceId.of(headers.get("traceparent")), close, HttpMethod.HEAD.equals(request.method()));
    }

    private void send(ChannelHandlerContext context, ByteBuf reply, boolean close) {
        head = null;
        caller = null;
        since = System.nanoTime();
        if (body.length > LARGEST_KEPT) {
            body = NOTHING;
        }
        if (close) {
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
