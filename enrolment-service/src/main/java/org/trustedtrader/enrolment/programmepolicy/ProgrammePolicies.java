package org.trustedtrader.enrolment.programmepolicy;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationRules;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.publication.PublishedDocuments;

/** The programme's policy in force now, and at any other time. */
public final class ProgrammePolicies implements ObligationRules {

    private final PublishedDocuments<ProgrammePolicy> documents;
    private final Clock clock;

    public ProgrammePolicies(PublishedDocuments<ProgrammePolicy> documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    public ProgrammePolicy now() {
        return at(clock.instant());
    }

    public ProgrammePolicy at(Instant time) {
        return documents.at(time).content();
    }

    /** A part of the policy, always as it is in force when it is asked for. */
    public <T> Supplier<T> present(Function<ProgrammePolicy, T> part) {
        return () -> part.apply(now());
    }

    /** A part of the policy as it was in force at a time. */
    public <T> Function<Instant, T> past(Function<ProgrammePolicy, T> part) {
        return time -> part.apply(at(time));
    }

    @Override
    public Set<String> kinds() {
        return now().obligations().kinds();
    }

    @Override
    public ObligationPolicy of(String kind) {
        return now().obligations().of(kind);
    }

    @Override
    public ObligationPolicy of(Obligation.Snapshot opened) {
        return rowFor(opened, now());
    }

    /** The row that would count for it if that version were the present one. */
    ObligationPolicy rowFor(Obligation.Snapshot opened, ProgrammePolicy present) {
        var kind = opened.subject().kind();
        return present.obligations()
                .find(kind)
                .filter(ObligationPolicy::appliesToOpen)
                .orElseGet(() -> at(openedAt(opened)).obligations().of(kind));
    }

    private static Instant openedAt(Obligation.Snapshot obligation) {
        return obligation.openedOn() == null
                ? Instant.EPOCH
                : obligation
                        .openedOn()
                        .atStartOfDay(BusinessCalendar.PROGRAMME_ZONE)
                        .toInstant();
    }
}
