package org.trustedtrader.gateway.border;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/** The service's lean port, asked by the gateway's own HTTP client with its pool, its settings and its times. */
final class BorderService {

    private final HttpClient client;
    private final String url;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    /** @param url of which a path does not count, as with every route */
    BorderService(HttpClient client, URI url, Duration answerWithin) {
        this.client = client.responseTimeout(answerWithin);
        this.url = url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Whoever is told must release the body. */
    record Said(HttpResponseStatus status, HttpHeaders headers, ByteBuf body) {}

    /** Asks and is told on the caller's event loop, so that no thread has to wake another one. */
    Mono<Said> ask(EventLoop loop, String target, HttpHeaders headers) {
        return clients.computeIfAbsent(loop, it -> client.runOn(new OneLoop(it)))
                .headers(all -> all.add(headers))
                .get()
                .uri(url + target)
                .responseSingle((response, bytes) -> bytes.map(ByteBuf::retain)
                        .defaultIfEmpty(Unpooled.EMPTY_BUFFER)
                        .map(body -> new Said(response.status(), response.responseHeaders(), body)));
    }

    private record OneLoop(EventLoop loop) implements LoopResources {

        @Override
        public EventLoopGroup onServer(boolean useNative) {
            return loop;
        }

        @Override
        public EventLoopGroup onClient(boolean useNative) {
            return loop;
        }

        @Override
        public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
            return HttpResources.get().onChannel(type, HttpResources.get().onClient(true));
        }

        @Override
        public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
            return HttpResources.get().onChannelClass(type, HttpResources.get().onClient(true));
        }
    }
}
