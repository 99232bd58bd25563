package org.trustedtrader.platform.clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.mongo.MongoConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** The programme clock, and hearing when it is moved. */
@AutoConfiguration(after = MongoConfiguration.class)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

    @Bean
    ClockOffsetStore keptOffset(
            MongoDatabase database, JsonMapper json, ClockProperties settings, Environment environment) {
        if (settings.movable() && !environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(
                    "ttp.clock.movable is for demonstrations: unset it, or run in profile demo");
        }
        return new ClockOffsetStore(database, json, settings.movable());
    }

    @Bean
    ProgrammeClock programmeClock(ClockOffsetStore offset) {
        return new ProgrammeClock(offset);
    }

    @Bean
    Subscription programmeClockMoves(ClockOffsetStore offset) {
        return Subscription.from("enrolment").of("clock").handledBy(offset::moved);
    }
}
