package org.trustedtrader.gateway.border;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a connection between the HTTP codec and the web server, takes the questions that may go the short way, and lets
 * everything else pass. Answers leave in the order of their requests: while the web server has one to give, every request is
 * the web server's, and while the service is asked a question, what comes next waits.
 */
final class BorderConnection extends ChannelDuplexHandler {

    private final ShortWay way;
    private final Deque<Object> waiting = new ArrayDeque<>(2);
    private int withTheWebServer;
    private boolean asking;
    private boolean endOfQuestion;
    private boolean preliminary;
    private @Nullable ChannelPromise closing;

    BorderConnection(ShortWay way) {
        this.way = way;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (asking && !endOfQuestion) {
            waiting.add(message);
        } else {
            take(context, message);
        }
    }

    private void take(ChannelHandlerContext context, Object message) {
        if (endOfQuestion && message instanceof LastHttpContent) {
            endOfQuestion = false;
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            ShortWay.Admitted admitted = withTheWebServer == 0 ? way.admits(request) : null;
            if (admitted != null) {
                ask(context, request, admitted);
                return;
            }
            withTheWebServer++;
        }
        context.fireChannelRead(message);
    }

    private void ask(ChannelHandlerContext context, HttpRequest request, ShortWay.Admitted admitted) {
        asking = true;
        endOfQuestion = true;
        Consumer<FullHttpResponse> answered = answer -> {
            if (context.executor().inEventLoop()) {
                answer(context, answer);
            } else {
                context.executor().execute(() -> answer(context, answer));
            }
        };
        way.go(context.channel().eventLoop(), request.headers(), admitted, answered);
    }

    private void answer(ChannelHandlerContext context, FullHttpResponse answer) {
        asking = false;
        if (!context.channel().isActive()) {
            answer.release();
            return;
        }
        ChannelPromise close = closing;
        if (close != null) {
            HttpUtil.setKeepAlive(answer, false);
            context.writeAndFlush(answer).addListener((ChannelFutureListener) _ -> context.close(close));
            return;
        }
        context.writeAndFlush(answer);
        goOn(context);
    }

    /** Takes what has waited, and if nothing is left to do, lets more be read. The web server does so by itself. */
    private void goOn(ChannelHandlerContext context) {
        while (!asking && !waiting.isEmpty() && mayGoOn(context)) {
            take(context, waiting.poll());
        }
        if (!asking && withTheWebServer == 0 && mayGoOn(context)) {
            context.read();
        }
    }

    /** Whoever does not take answers is asked no more questions. */
    private boolean mayGoOn(ChannelHandlerContext context) {
        return withTheWebServer > 0 || context.channel().isWritable();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (withTheWebServer == 0) {
            goOn(context);
        }
        context.fireChannelWritabilityChanged();
    }

    /** Only the web server's answers come through here. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            preliminary = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !preliminary && withTheWebServer > 0) {
            withTheWebServer--;
        }
        context.write(message, promise);
    }

    /** When the server goes down, a question that was asked is answered first. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (asking && closing == null && context.channel().isActive()) {
            closing = promise;
        } else {
            context.close(promise);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
