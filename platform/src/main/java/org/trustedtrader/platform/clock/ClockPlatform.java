package org.trustedtrader.platform.clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.mongo.MongoPlatform;
import tools.jackson.databind.json.JsonMapper;

/** The programme clock, and hearing when it is moved. */
@AutoConfiguration(after = MongoPlatform.class)
@EnableConfigurationProperties(ClockSettings.class)
class ClockPlatform {

    @Bean
    KeptOffset keptOffset(MongoDatabase database, JsonMapper json, ClockSettings settings, Environment environment) {
        if (settings.movable() && !environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(
                    "ttp.clock.movable is for demonstrations: unset it, or run in profile demo");
        }
        return new KeptOffset(database, json, settings.movable());
    }

    @Bean
    ProgrammeClock programmeClock(KeptOffset offset) {
        return new ProgrammeClock(offset);
    }

    @Bean
    Subscription programmeClockMoves(KeptOffset offset) {
        return Subscription.from("enrolment").of("clock").handledBy(offset::moved);
    }
}
