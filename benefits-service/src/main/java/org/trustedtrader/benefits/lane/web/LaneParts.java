package org.trustedtrader.benefits.lane.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.platform.security.CallerAuthenticator;
import org.trustedtrader.platform.token.TokenCache;
import org.trustedtrader.platform.web.ProblemWriter;

/** The lane's parts; where there is none they lie idle. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneSettings.class)
class LaneParts {

    @Bean
    LaneCounts laneCounts(MeterRegistry registry) {
        var counts = new LaneCounts();
        counts.register(registry);
        return counts;
    }

    @Bean
    Questions questions(AnswerFromMemory eligibility, DecideCrossing crossings, Journal journal, Clock clock) {
        return new Questions(eligibility, crossings, journal, clock);
    }

    @Bean
    Doorkeeper doorkeeper(CallerAuthenticator checks) {
        return new Doorkeeper(checks, new TokenCache<>(InstantSource.system()));
    }

    @Bean
    LaneServer laneServer(
            LaneSettings settings,
            Doorkeeper doorkeeper,
            Questions questions,
            ProblemWriter problems,
            LaneCounts counts,
            @Value("${ttp.web.max-json:1MB}") DataSize largestBody,
            Environment environment) {
        var desk = new Lane(settings, doorkeeper, questions, new Replies(problems), counts, largestBody);
        return new LaneServer(settings, desk, environment);
    }
}
