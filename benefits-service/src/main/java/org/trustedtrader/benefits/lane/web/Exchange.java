package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.eligibility.Draft;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.web.ProblemMapper;

/** The steps from a request to its reply, of one connection's requests one after the other. For its event loop only. */
final class Exchange {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final FastThreadLocal<Draft> DRAFTS = new FastThreadLocal<>() {
        @Override
        protected Draft initialValue() {
            return new Draft();
        }
    };

    private final Lane lane;
    private final Connection connection;
    private final LastCaller lastCaller;
    private final Incoming incoming = new Incoming();
    private @Nullable Admitted caller;
    private boolean ends;

    Exchange(Lane lane, Connection connection, LastCaller lastCaller) {
        this.lane = lane;
        this.connection = connection;
        this.lastCaller = lastCaller;
    }

    /** Whether no request has begun that is not answered. */
    boolean isNone() {
        return incoming.isNone();
    }

    /** @param part of a request, or a whole one */
    void take(ChannelHandlerContext context, Object part) {
        if (part instanceof PlainGet get) {
            incoming.isWhole(get);
            connection.isAsked();
            answer(context, lane.questions.single(get), get.caller());
        } else if (part instanceof HttpObject object) {
            take(context, object);
        }
    }

    private void take(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            refuseAndEnd(context, lane.malformedRequest());
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && incoming.isArriving() && !connection.isOver()) {
            if (!incoming.add(content.content(), lane.largestBody.toBytes())) {
                refuse(context, ProblemMapper.tooLarge(lane.largestBody));
            }
        }
        if (part instanceof LastHttpContent && !connection.isBusy() && !connection.isOver()) {
            end(context);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        connection.isAsked();
        incoming.begins(request);
        if (incoming.isDoubtful()) {
            refuseAndEnd(context, lane.malformedRequest());
        } else if (incoming.address().kind() == Address.Kind.MALFORMED) {
            refuseAndEnd(context, ProblemMapper.malformedAddress());
        } else {
            identify(context, Doorkeeper.token(request.headers()));
        }
    }

    private void identify(ChannelHandlerContext context, @Nullable String token) {
        if (token == null) {
            refuse(context, ProblemMapper.notSignedIn());
            return;
        }
        caller = lane.doorkeeper.known(token, lastCaller);
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
                var problem = ProblemMapper.of(e);
                return () -> refuse(context, problem);
            }
        });
    }

    private void welcome(ChannelHandlerContext context) {
        if (incoming.address().kind() == Address.Kind.ELSEWHERE) {
            refuse(context, ProblemMapper.unknownPath());
        } else if (incoming.isToBeToldToGoOn()) {
            context.write(Unpooled.wrappedBuffer(CONTINUE));
        }
    }

    private void end(ChannelHandlerContext context) {
        var admitted = caller;
        if (!incoming.isArriving() || admitted == null) {
            return;
        }
        var asked = incoming.ends();
        if (!admitted.to(incoming.address().kind())) {
            aside(context, () -> say(context, lane.answering.passedOn(asked)));
        } else if (Questions.isLong(asked)) {
            aside(context, () -> say(context, lane.answering.readAndAnswered(asked, admitted)));
        } else {
            try {
                answer(context, lane.questions.of(asked), admitted);
            } catch (NotPlain e) {
                aside(context, () -> say(context, lane.answering.passedOn(asked)));
            }
        }
    }

    private void answer(ChannelHandlerContext context, Questions.Work work, Admitted admitted) {
        if (work.mayWait()) {
            aside(context, () -> say(context, lane.answering.answered(work, admitted, new Draft())));
        } else {
            say(context, lane.answering.answered(work, admitted, DRAFTS.get())).run();
        }
    }

    private void aside(ChannelHandlerContext context, Supplier<Runnable> work) {
        if (!connection.aside(context, work)) {
            refuse(context, lane.overloaded());
        }
    }

    private Runnable say(ChannelHandlerContext context, Said said) {
        return () -> {
            switch (said) {
                case Said.Answer(Draft draft) -> {
                    lane.counts.answered.increment();
                    var manner = manner();
                    send(context, lane.replies.ok(context.alloc(), draft.json(), manner), manner.close());
                }
                case Said.ByTheStandardChain(StandardChain.Said its) -> {
                    boolean close = manner().close();
                    send(context, lane.replies.passedOn(context.alloc(), its, close, incoming.isHead()), close);
                }
                case Said.Malformed _ -> refuseAndEnd(context, lane.malformedRequest());
                case Said.Refused(Problem problem) -> refuse(context, problem);
            }
        };
    }

    private void refuse(ChannelHandlerContext context, Problem problem) {
        lane.counts.refused.increment();
        var manner = manner();
        send(context, lane.replies.problem(context.alloc(), problem, incoming.path(), manner), manner.close());
    }

    void refuseAndEnd(ChannelHandlerContext context, Problem problem) {
        ends = true;
        refuse(context, problem);
    }

    private Replies.Manner manner() {
        return incoming.manner(ends || lane.isClosing());
    }

    private void send(ChannelHandlerContext context, ByteBuf reply, boolean last) {
        incoming.isOver();
        caller = null;
        connection.send(context, reply, last);
    }
}
