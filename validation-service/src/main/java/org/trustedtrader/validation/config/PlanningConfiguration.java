package org.trustedtrader.validation.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.trustedtrader.validation.planning.Holidays;
import org.trustedtrader.validation.planning.KnownMemberships;
import org.trustedtrader.validation.planning.PlanYear;
import org.trustedtrader.validation.planning.Roster;
import org.trustedtrader.validation.planning.Rulebook;
import org.trustedtrader.validation.planning.SuggestSlots;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Planning;
import org.trustedtrader.validation.visit.Visits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Planning: its data files are read once, and a wrong one stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitSettings.class)
class PlanningConfiguration {

    @Bean
    Roster roster(VisitSettings settings, JsonMapper json) {
        return read(settings.roster(), RosterFile.class, json).roster();
    }

    @Bean
    Holidays holidays(VisitSettings settings, JsonMapper json) {
        return read(settings.holidays(), HolidayFile.class, json).holidays();
    }

    @Bean
    Rulebook rulebook(VisitSettings settings, Roster roster, Holidays holidays) {
        return new Rulebook(settings.terms(), roster, holidays);
    }

    @Bean
    Planning planning(Rulebook rulebook, Visits visits) {
        return new Planning(rulebook.terms(), rulebook.rules(visits::occupying));
    }

    @Bean
    SuggestSlots suggestSlots(
            Visits visits, ChooseSite chooseSite, Rulebook rulebook, VisitSettings settings, Clock clock) {
        return new SuggestSlots(visits, chooseSite, rulebook, settings.planning(), clock);
    }

    @Bean
    PlanYear planYear(Visits visits, KnownMemberships memberships, VisitSettings settings) {
        return new PlanYear(visits, memberships, settings.planning());
    }

    static <T> T read(Resource file, Class<T> type, JsonMapper json) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, type);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(file.getDescription() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
