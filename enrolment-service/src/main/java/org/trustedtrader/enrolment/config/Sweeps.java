package org.trustedtrader.enrolment.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.trustedtrader.enrolment.application.CloseApplications;
import org.trustedtrader.enrolment.membership.KeepMembershipsCurrent;

/** Lets the programme's dates take effect. Several replicas may do this at once: each change is still made once. */
@Configuration
@EnableScheduling
class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final CloseApplications applications;
    private final KeepMembershipsCurrent memberships;

    Sweeps(CloseApplications applications, KeepMembershipsCurrent memberships) {
        this.applications = applications;
        this.memberships = memberships;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${ttp.enrolment.sweep-every:5s}")
    void letDatesTakeEffect() {
        try {
            applications.lapseOverdue();
            memberships.now();
        } catch (RuntimeException e) {
            LOG.warn("Dates could not take effect; tried again at the next sweep", e);
        }
    }
}
