package org.trustedtrader.benefits.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A programme manager proposes a version; it counts for nothing until somebody else publishes it. */
public final class ProposePolicy {

    private static final int FURTHEST_YEARS = 10;

    private final PolicyVersions versions;
    private final Policies shipped;
    private final Clock clock;

    public ProposePolicy(PolicyVersions versions, Policies shipped, Clock clock) {
        this.versions = versions;
        this.shipped = shipped;
        this.clock = clock;
    }

    public PolicyVersion propose(PolicyDraft draft, Command command) {
        var now = clock.instant();
        if (draft.effectiveFrom().isBefore(now)) {
            throw new Refusal.InvalidInput("effectiveFrom", Message.of("benefits.policy.in-past"));
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        new DateRange(today, today.plusYears(FURTHEST_YEARS)).admitDayOf("effectiveFrom", draft.effectiveFrom());
        for (var policy : shipped.inOrder()) {
            if (policy.version().equals(draft.version())) {
                throw new Refusal.InvalidInput("version", Message.of("benefits.policy.version-in-use"));
            }
            mustDiffer(policy.version(), policy.effectiveFrom().equals(draft.effectiveFrom()));
        }
        for (var other : versions.published()) {
            if (!other.id().equals(draft.version())) {
                mustDiffer(other.id(), other.draft().effectiveFrom().equals(draft.effectiveFrom()));
            }
        }
        return versions.create(PolicyVersion.propose(draft, command.actor(), now), command);
    }

    private static void mustDiffer(String version, boolean sameTime) {
        if (sameTime) {
            throw new Refusal.InvalidInput("effectiveFrom", Message.of("benefits.policy.same-time", version));
        }
    }
}
