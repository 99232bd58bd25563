package org.trustedtrader.gateway.border;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.trustedtrader.gateway.GatewaySettings;
import org.trustedtrader.gateway.limit.RateLimit;
import org.trustedtrader.gateway.problem.Problems;
import org.trustedtrader.gateway.route.RoutePaths;
import org.trustedtrader.gateway.signin.SecurityHeaders;
import org.trustedtrader.gateway.token.CachedTokens;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/** Opens the short way at the gateway's port where the border's questions have a service of their own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ttp.gateway.border-url:}'.isEmpty()")
class BorderPort {

    private static final PathContainer A_QUESTION = PathContainer.parsePath("/v1/eligibility/scheme/id");

    @Bean
    ShortWay shortWay(
            CachedTokens tokens,
            RateLimit limit,
            HttpClient client,
            GatewaySettings settings,
            Problems problems,
            SecurityHeaders safety) {
        BorderService service = new BorderService(client, URI.create(settings.borderUrl()), settings.answerWithin());
        return new ShortWay(
                tokens, limit, service, new PassedOn(settings.passedHeaders()), new Answers(problems, safety));
    }

    @Bean
    LastAnswers lastAnswers(ShortWay way) {
        return new LastAnswers(way);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> shortWayAtThePort(
            ShortWay way, RoutePaths routes, GatewaySettings settings) {
        if (!settings.borderPaths().contains(PlainQuestion.PATTERN) || !leadsSomewhere(routes)) {
            return factory -> {};
        }
        return factory -> factory.addServerCustomizers(
                server -> server.doOnChannelInit((_, channel, _) -> open(channel.pipeline(), way)));
    }

    private static boolean leadsSomewhere(RoutePaths routes) {
        return routes.all().stream()
                .anyMatch(
                        route -> PathPatternParser.defaultInstance.parse(route).matches(A_QUESTION));
    }

    /** Over TLS answers have one header more, so the usual way is left to it. */
    private static void open(ChannelPipeline pipeline, ShortWay way) {
        if (pipeline.get(SslHandler.class) == null && pipeline.get(NettyPipeline.HttpCodec) != null) {
            pipeline.addAfter(NettyPipeline.HttpCodec, "border", new BorderConnection(way));
        }
    }
}
