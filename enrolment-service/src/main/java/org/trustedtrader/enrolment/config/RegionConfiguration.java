package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.regionaccess.OpenRegionAccess;
import org.trustedtrader.enrolment.regionaccess.RegionAccesses;
import org.trustedtrader.platform.access.RegionGuard;

/** Officers' regions: this service has the records that the guard asks. */
@Configuration(proxyBeanMethods = false)
class RegionConfiguration {

    @Bean
    RegionGuard regionGuard(Companies companies, RegionAccesses accesses, Clock clock) {
        return new RegionGuard(
                company -> companies.find(company).flatMap(Company::region),
                (officer, company) ->
                        !accesses.open(officer, company, clock.instant()).isEmpty());
    }

    @Bean
    OpenRegionAccess openRegionAccess(
            RegionAccesses accesses, Companies companies, EnrolmentProperties properties, Clock clock) {
        return new OpenRegionAccess(
                accesses, companies, Duration.ofHours(properties.regionAccess().hours()), clock);
    }
}
