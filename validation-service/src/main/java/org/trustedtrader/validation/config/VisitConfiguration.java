package org.trustedtrader.validation.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.validation.visit.ArrangeVisit;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Companies;
import org.trustedtrader.validation.visit.ConductVisit;
import org.trustedtrader.validation.visit.KnownFiles;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import org.trustedtrader.validation.visit.OrderVisit;
import org.trustedtrader.validation.visit.Planning;
import org.trustedtrader.validation.visit.ReportOnVisit;
import org.trustedtrader.validation.visit.SettleVisit;
import org.trustedtrader.validation.visit.Visits;

/** The use cases of visits. */
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    MakeInitialVisitDue makeInitialVisitDue(Visits visits, KnownFiles files, Clock clock) {
        return new MakeInitialVisitDue(visits, files, clock);
    }

    @Bean
    ChooseSite chooseSite(Companies companies) {
        return new ChooseSite(companies);
    }

    @Bean
    OrderVisit orderVisit(Visits visits, Companies companies, KnownFiles files, Clock clock) {
        return new OrderVisit(visits, companies, files, clock);
    }

    @Bean
    ArrangeVisit arrangeVisit(Visits visits, ChooseSite chooseSite, Planning planning, Clock clock) {
        return new ArrangeVisit(visits, chooseSite, planning, clock);
    }

    @Bean
    ConductVisit conductVisit(Visits visits, Clock clock) {
        return new ConductVisit(visits, clock);
    }

    @Bean
    ReportOnVisit reportOnVisit(Visits visits, Planning planning, Clock clock) {
        return new ReportOnVisit(visits, planning.terms(), clock);
    }

    @Bean
    SettleVisit settleVisit(Visits visits, Clock clock) {
        return new SettleVisit(visits, clock);
    }
}
