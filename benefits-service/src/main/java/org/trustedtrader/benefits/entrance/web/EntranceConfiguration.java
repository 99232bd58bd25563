package org.trustedtrader.benefits.entrance.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Clock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.crossing.web.CrossingReader;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.platform.security.CallerAuthenticator;
import org.trustedtrader.platform.web.ProblemWriter;

/** The border's own entrance; without a port it is made and never opened. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntranceProperties.class)
class EntranceConfiguration {

    @Bean
    EntranceMetrics entranceMetrics(MeterRegistry registry) {
        var metrics = new EntranceMetrics();
        metrics.register(registry);
        return metrics;
    }

    @Bean
    RequestReader requestReader(
            AnswerFromMemory eligibility,
            DecideCrossing crossings,
            CrossingReader crossingReader,
            Journal journal,
            Clock clock) {
        return new RequestReader(eligibility, crossings, crossingReader, journal, clock);
    }

    @Bean
    Entrance entrance(
            EntranceProperties properties,
            CallerAuthenticator checks,
            RequestReader reader,
            ProblemWriter problems,
            EntranceMetrics metrics,
            @Value("${ttp.web.max-json:1MB}") DataSize largestBody) {
        return new Entrance(
                properties,
                new EntranceAuthenticator(checks, properties.requestsPerSecond()),
                reader,
                new EntranceResponses(problems),
                metrics,
                largestBody);
    }

    @Bean
    EntranceServer entranceServer(
            Entrance entrance, EntranceProperties properties, Environment environment, SslBundles bundles)
            throws SSLException {
        return new EntranceServer(entrance, environment, tls(properties.sslBundle(), bundles));
    }

    private static @Nullable SslContext tls(String bundle, SslBundles bundles) throws SSLException {
        return bundle.isEmpty()
                ? null
                : SslContextBuilder.forServer(
                                bundles.getBundle(bundle).getManagers().getKeyManagerFactory())
                        .protocols("TLSv1.3", "TLSv1.2")
                        .build();
    }
}
