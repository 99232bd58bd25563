package org.trustedtrader.enrolment.config;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.trustedtrader.enrolment.application.CloseApplications;
import org.trustedtrader.enrolment.membership.KeepMembershipsCurrent;

/**
 * Lets the programme's dates take effect. Several replicas may do this at once: each change is still made once. A record that
 * fails raises an alarm and holds up no other; it is tried again at the next sweep.
 */
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
        sweep("application", applications::overdue, applications::lapse);
        sweep("membership", memberships::dueForRevalidation, memberships::fallDue);
        sweep("membership", memberships::appealPeriodOver, memberships::closeAppealPeriod);
    }

    private static void sweep(String kind, Supplier<List<String>> due, Consumer<String> effect) {
        attempt(kind, () -> due.get().forEach(id -> attempt(kind + "/" + id, () -> effect.accept(id))));
    }

    private static void attempt(String subject, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("alarm=sweep-failed subject={} reason={}", subject, e.toString(), e);
        }
    }
}
