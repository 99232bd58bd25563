package org.trustedtrader.enrolment.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.clock.MoveProgrammeClock;
import org.trustedtrader.enrolment.clock.ProgrammeClocks;
import org.trustedtrader.enrolment.company.AmendCompany;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.RegisterCompany;
import org.trustedtrader.enrolment.membership.AskAsMember;
import org.trustedtrader.enrolment.membership.KeepMembershipsCurrent;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.RuleOnMembership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.clock.ClockProperties;
import org.trustedtrader.platform.security.AccountStatus;

@Configuration
class UseCases {

    private final EnrolmentSettings settings;
    private final Clock clock;

    UseCases(EnrolmentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RegisterCompany registerCompany(Companies companies) {
        return new RegisterCompany(companies, clock);
    }

    @Bean
    AmendCompany amendCompany(Companies companies, MembershipApplications applications) {
        return new AmendCompany(companies, applications::bindsIdentifiers, clock);
    }

    @Bean
    StartMembership startMembership(Memberships memberships) {
        return new StartMembership(memberships, settings.membership().toRules(), clock);
    }

    @Bean
    RuleOnMembership ruleOnMembership(Memberships memberships, AccountStatus accounts) {
        return new RuleOnMembership(memberships, accounts, settings.membership().toRules(), clock);
    }

    @Bean
    AskAsMember askAsMember(Memberships memberships) {
        return new AskAsMember(memberships, clock);
    }

    @Bean
    KeepMembershipsCurrent keepMembershipsCurrent(Memberships memberships) {
        return new KeepMembershipsCurrent(memberships, clock);
    }

    @Bean
    MoveProgrammeClock moveProgrammeClock(ProgrammeClocks clocks, ClockProperties clockSettings) {
        return new MoveProgrammeClock(clocks, clockSettings.movable(), clock);
    }
}
