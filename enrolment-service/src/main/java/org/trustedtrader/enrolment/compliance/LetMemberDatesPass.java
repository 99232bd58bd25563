package org.trustedtrader.enrolment.compliance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * Lets the dates of memberships, obligations and compliance cases take effect. It may run as often as one likes, at several
 * places at once: each change is made once.
 */
public final class LetMemberDatesPass {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Memberships memberships;
    private final Supplier<MembershipRules> rules;
    private final Obligations obligations;
    private final FollowObligations followObligations;
    private final ComplianceCases cases;
    private final FollowCases followCases;
    private final Clock clock;

    public LetMemberDatesPass(
            Memberships memberships,
            Supplier<MembershipRules> rules,
            Obligations obligations,
            FollowObligations followObligations,
            ComplianceCases cases,
            FollowCases followCases,
            Clock clock) {
        this.memberships = memberships;
        this.rules = rules;
        this.obligations = obligations;
        this.followObligations = followObligations;
        this.cases = cases;
        this.followCases = followCases;
        this.clock = clock;
    }

    /** Runs one step, and sees to it that one that fails holds up no other. */
    @FunctionalInterface
    public interface Attempt {

        /** @param subject what the step is about, for an alarm */
        void run(String subject, Runnable step);
    }

    /** @param atOnce how many records of a kind are looked for at once */
    public void run(int atOnce, Attempt attempt) {
        var now = clock.instant();
        var today = BusinessCalendar.shipped().dayOf(now);
        forEach(
                "membership",
                () -> memberships.withoutRevalidation(rules.get().revalidationIsOpenFor(today), atOnce),
                id -> memberships.react(id, m -> m.openRevalidationWhenDue(rules.get(), PLATFORM, clock.instant())),
                attempt);
        forEach("obligation", () -> obligations.toLetPass(today, atOnce), followObligations::letDaysPass, attempt);
        forEach(
                "membership",
                () -> memberships.appealPeriodOver(now, atOnce),
                id -> memberships.react(id, m -> m.closeAppealPeriod(PLATFORM, clock.instant())),
                attempt);
        attempt.run("compliance-case", () -> letPeriodsOfCasesEnd(atOnce, attempt));
    }

    /** All that wait, page by page: which of them has waited long enough, the case itself knows. */
    private void letPeriodsOfCasesEnd(int atOnce, Attempt attempt) {
        var after = Optional.<String>empty();
        do {
            var page = cases.waiting(after, atOnce);
            page.forEach(id -> attempt.run("compliance-case/" + id, () -> followCases.letPeriodEnd(id)));
            after = page.size() < atOnce ? Optional.empty() : Optional.of(page.getLast());
        } while (after.isPresent());
    }

    private static void forEach(String kind, Supplier<List<String>> due, Consumer<String> effect, Attempt attempt) {
        attempt.run(kind, () -> due.get().forEach(id -> attempt.run(kind + "/" + id, () -> effect.accept(id))));
    }
}
