package org.trustedtrader.enrolment.company;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** What becomes of identifiers by itself: confirmations end, claims go with their application, older records are taken over. */
public final class KeepIdentifiers {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Companies companies;
    private final Predicate<String> isBound;
    private final Predicate<String> isMember;
    private final Supplier<ConfirmationPeriod> period;
    private final Clock clock;

    /**
     * @param isBound  whether the company of that business number has an application beyond its draft, or a membership
     * @param isMember whether the company of that business number has a membership that is not over
     */
    public KeepIdentifiers(
            Companies companies,
            Predicate<String> isBound,
            Predicate<String> isMember,
            Supplier<ConfirmationPeriod> period,
            Clock clock) {
        this.companies = companies;
        this.isBound = isBound;
        this.isMember = isMember;
        this.period = period;
        this.clock = clock;
    }

    public List<String> expired(int limit) {
        return companies.confirmedUntilBefore(
                period.get().endedBefore(BusinessCalendar.shipped().dayOf(clock.instant())), limit);
    }

    public void expire(String company) {
        companies.react(company, c -> {
            var now = clock.instant();
            c.expireIdentifiers(
                    period.get().endedBefore(BusinessCalendar.shipped().dayOf(now)), PLATFORM, now);
        });
    }

    public List<String> toMigrate(int limit) {
        return companies.toMigrate(limit);
    }

    public void migrate(String company) {
        var member = isMember.test(company);
        companies.react(company, c -> {
            var now = clock.instant();
            c.migrate(member, period.get().until(BusinessCalendar.shipped().dayOf(now)), PLATFORM, now);
        });
    }

    /** The company's application was submitted. */
    public void renewClaims(String company) {
        companies.react(company, c -> c.renewClaims(PLATFORM, clock.instant()));
    }

    /** The company's application ended without a membership; nothing changes if it has filed another one. */
    public void lapseClaims(String company) {
        if (isBound.test(company)) {
            return;
        }
        companies.react(company, c -> c.lapseClaims(PLATFORM, clock.instant()));
    }
}
