package org.trustedtrader.platform.publication.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.ShippedVersion;

/**
 * One version as officers see it.
 *
 * @param state         SHIPPED with the program, PROPOSED, PUBLISHED or WITHDRAWN; NOT_UNDERSTOOD if this program does not know it
 * @param effectiveOn   the day of the programme's zone on which it comes into force
 * @param inForce       whether it is in force now, or at the time that was asked about
 * @param recordVersion what If-Match has to say, in quotes
 */
public record DocumentView(
        String version,
        String state,
        Instant effectiveFrom,
        LocalDate effectiveOn,
        boolean inForce,
        @Nullable String proposedBy,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        String reasonCode,
        long recordVersion) {

    /** @param inForce the version in force at the time that was asked about */
    public record DocumentsView(String inForce, List<DocumentView> items) {}

    static DocumentView of(DocumentVersion version, String inForce) {
        var publication = version.publication();
        var from = version.draft().effectiveFrom();
        return new DocumentView(
                version.id(),
                version.state().name(),
                from,
                BusinessCalendar.shipped().dayOf(from),
                version.id().equals(inForce),
                version.proposedBy(),
                publication == null ? null : publication.by(),
                publication == null ? null : publication.at(),
                version.reasonCode(),
                version.version());
    }

    static DocumentView of(ShippedVersion shipped, String inForce) {
        return new DocumentView(
                shipped.version(),
                "SHIPPED",
                shipped.effectiveFrom(),
                BusinessCalendar.shipped().dayOf(shipped.effectiveFrom()),
                shipped.version().equals(inForce),
                null,
                null,
                null,
                "",
                0);
    }
}
