package org.trustedtrader.validation.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.region.RegionRecordsConfiguration;
import org.trustedtrader.validation.planning.PlanYear;
import org.trustedtrader.validation.planning.Roster;
import org.trustedtrader.validation.planning.SlotRules;
import org.trustedtrader.validation.planning.SuggestSlots;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.CancelVisit;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Companies;
import org.trustedtrader.validation.visit.EndVisits;
import org.trustedtrader.validation.visit.FollowSites;
import org.trustedtrader.validation.visit.KeepRequiredSites;
import org.trustedtrader.validation.visit.MakeChangeVisitDue;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import org.trustedtrader.validation.visit.MakeRevalidationVisitsDue;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.OrderVisit;
import org.trustedtrader.validation.visit.ProposeSlots;
import org.trustedtrader.validation.visit.RevalidationDuties;
import org.trustedtrader.validation.visit.SchedulingRules;
import org.trustedtrader.validation.visit.SiteProjection;
import org.trustedtrader.validation.visit.VisitParameters;
import org.trustedtrader.validation.visit.Visits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The domain's rules and use cases as beans. The roster is read once, and a wrong one stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ValidationProperties.class)
@Import(RegionRecordsConfiguration.class)
class ValidationConfiguration {

    @Bean
    VisitParameters visitParameters(ValidationProperties properties) {
        return properties.visits();
    }

    @Bean
    Roster roster(ValidationProperties properties, JsonMapper json) {
        return read(properties.roster(), json);
    }

    @Bean
    SchedulingRules schedulingRules(VisitParameters parameters, Roster roster, Visits visits) {
        var slots = new SlotRules(parameters, BusinessCalendar.shipped(), roster, visits::occupying);
        return new SchedulingRules(parameters, slots);
    }

    @Bean
    ChooseSite chooseSite(Companies companies) {
        return new ChooseSite(companies);
    }

    @Bean
    KeepRequiredSites keepRequiredSites(Visits visits, Clock clock) {
        return new KeepRequiredSites(visits, clock);
    }

    @Bean
    ProposeSlots proposeSlots(
            Visits visits, ChooseSite chooseSite, KeepRequiredSites requiredSites, SchedulingRules rules, Clock clock) {
        return new ProposeSlots(visits, chooseSite, requiredSites, rules, clock);
    }

    @Bean
    OrderVisit.Files files(ApplicationProjection applications, MembershipProjection memberships, EndVisits endVisits) {
        return new OrderVisit.Files(applications, memberships, endVisits);
    }

    @Bean
    OrderVisit orderVisit(
            Visits visits, Companies companies, OrderVisit.Files files, KeepRequiredSites requiredSites, Clock clock) {
        return new OrderVisit(visits, companies, files, requiredSites, clock);
    }

    @Bean
    CancelVisit cancelVisit(Visits visits, KeepRequiredSites requiredSites, Clock clock) {
        return new CancelVisit(visits, requiredSites, clock);
    }

    @Bean
    EndVisits endVisits(Visits visits, Clock clock) {
        return new EndVisits(visits, clock);
    }

    @Bean
    FollowSites followSites(Visits visits, SiteProjection sites, Clock clock) {
        return new FollowSites(visits, sites, clock);
    }

    @Bean
    MakeChangeVisitDue makeChangeVisitDue(Visits visits, OrderVisit.Files files, SiteProjection sites, Clock clock) {
        return new MakeChangeVisitDue(visits, files, sites, clock);
    }

    @Bean
    MakeInitialVisitDue.SitesToVisit sitesToVisit(
            SiteProjection sites, Companies companies, ValidationProperties properties) {
        return MakeInitialVisitDue.SitesToVisit.of(sites, companies, properties.requiredSites());
    }

    @Bean
    MakeInitialVisitDue makeInitialVisitDue(
            Visits visits,
            ApplicationProjection applications,
            MakeInitialVisitDue.SitesToVisit sites,
            EndVisits endVisits,
            Clock clock) {
        return new MakeInitialVisitDue(visits, applications, sites, endVisits, clock);
    }

    @Bean
    MakeRevalidationVisitsDue.DueDates visitDueDates(RevalidationDuties duties, ValidationProperties properties) {
        return new MakeRevalidationVisitsDue.DueDates(duties, properties.revalidationLeadDays());
    }

    @Bean
    MakeRevalidationVisitsDue makeRevalidationVisitsDue(
            Visits visits,
            OrderVisit.Files files,
            MakeInitialVisitDue.SitesToVisit sites,
            MakeRevalidationVisitsDue.DueDates dueDates,
            Clock clock) {
        return new MakeRevalidationVisitsDue(visits, files, sites, dueDates, clock);
    }

    @Bean
    SuggestSlots suggestSlots(
            Visits visits, ChooseSite chooseSite, Roster roster, ValidationProperties properties, Clock clock) {
        var parameters =
                new SuggestSlots.Parameters(properties.visits(), properties.planning(), BusinessCalendar.shipped());
        return new SuggestSlots(visits, chooseSite, roster, parameters, clock);
    }

    @Bean
    PlanYear planYear(
            Visits visits,
            MembershipProjection memberships,
            RevalidationDuties duties,
            ValidationProperties properties,
            Clock clock) {
        return new PlanYear(visits, memberships, duties, properties.planning(), clock);
    }

    static Roster read(Resource file, JsonMapper json) {
        try (InputStream content = file.getInputStream()) {
            return json.readValue(content, RosterFile.class).roster();
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(file.getDescription() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
