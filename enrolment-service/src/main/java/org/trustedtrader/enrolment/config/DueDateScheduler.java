package org.trustedtrader.enrolment.config;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.application.EndApplication;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.company.KeepIdentifiers;
import org.trustedtrader.enrolment.compliance.LetMemberDatesPass;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.FollowObligations;

/**
 * Lets the programme's dates take effect. Several replicas may do this at once: each change is still made once. A record that
 * fails raises an alarm and holds up no other; it is tried again on the next run.
 */
@Component
class DueDateScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(DueDateScheduler.class);
    private static final int AT_ONCE = 500;

    private final MembershipApplications applications;
    private final EndApplication end;
    private final Memberships memberships;
    private final FollowObligations followObligations;
    private final LetMemberDatesPass memberDates;
    private final KeepIdentifiers identifiers;
    private final Clock clock;

    /** After which membership to go on; empty once all that there were at the start have been looked at. */
    private Optional<String> obligationsFollowedTo = Optional.of("");

    DueDateScheduler(
            MembershipApplications applications,
            EndApplication end,
            Memberships memberships,
            FollowObligations followObligations,
            LetMemberDatesPass memberDates,
            KeepIdentifiers identifiers,
            Clock clock) {
        this.applications = applications;
        this.end = end;
        this.memberships = memberships;
        this.followObligations = followObligations;
        this.memberDates = memberDates;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${ttp.enrolment.sweep-every:5s}")
    void letDatesTakeEffect() {
        var now = clock.instant();
        forEach("application", () -> applications.overdue(now, AT_ONCE), end::unanswered);
        followObligationsOnce();
        memberDates.run(AT_ONCE, DueDateScheduler::attempt);
        forEach("company", () -> identifiers.toMigrate(AT_ONCE), identifiers::migrate);
        forEach("company", () -> identifiers.expired(AT_ONCE), identifiers::expire);
    }

    /** Members of the version before have no obligations yet: a start works out what each of them owes. */
    private void followObligationsOnce() {
        obligationsFollowedTo.ifPresent(after -> attempt("membership", () -> {
            var from = after.isEmpty() ? Optional.<String>empty() : Optional.of(after);
            var page = memberships.page(Optional.empty(), Optional.empty(), from, AT_ONCE);
            page.forEach(m -> attempt("membership/" + m.id(), () -> followObligations.follow(m.id())));
            obligationsFollowedTo = page.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(page.getLast().id());
        }));
    }

    private static void forEach(String kind, Supplier<List<String>> due, Consumer<String> effect) {
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
