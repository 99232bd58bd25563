package org.trustedtrader.platform.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A programme manager proposes a version; it counts for nothing until somebody else publishes it. */
public final class ProposeVersion {

    private static final int FURTHEST_YEARS = 10;

    private final DocumentVersions versions;
    private final List<ShippedVersion> shipped;
    private final Clock clock;

    public ProposeVersion(DocumentVersions versions, List<ShippedVersion> shipped, Clock clock) {
        this.versions = versions;
        this.shipped = List.copyOf(shipped);
        this.clock = clock;
    }

    /** @throws Refusal.InvalidInput naming {@code version} or {@code effectiveFrom} if it is in use, or not to come */
    public DocumentVersion propose(PublicationDraft draft, Command command) {
        var now = clock.instant();
        if (draft.effectiveFrom().isBefore(now)) {
            throw new Refusal.InvalidInput("effectiveFrom", Message.of("publication.in-past"));
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        new DateRange(today, today.plusYears(FURTHEST_YEARS)).admitDayOf("effectiveFrom", draft.effectiveFrom());
        for (var one : shipped) {
            if (one.version().equals(draft.version())) {
                throw new Refusal.InvalidInput("version", Message.of("publication.version-in-use"));
            }
            requireOtherTime(one.version(), one.effectiveFrom(), draft);
        }
        for (var other : versions.published()) {
            if (!other.id().equals(draft.version())) {
                requireOtherTime(other.id(), other.draft().effectiveFrom(), draft);
            }
        }
        return versions.create(DocumentVersion.propose(draft, command.actor(), now), command);
    }

    private static void requireOtherTime(String version, Instant effectiveFrom, PublicationDraft draft) {
        if (effectiveFrom.equals(draft.effectiveFrom())) {
            throw new Refusal.InvalidInput("effectiveFrom", Message.of("publication.same-time", version));
        }
    }
}
