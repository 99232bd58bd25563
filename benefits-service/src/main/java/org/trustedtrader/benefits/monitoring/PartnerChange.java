package org.trustedtrader.benefits.monitoring;

import java.time.Instant;
import java.util.Comparator;
import org.trustedtrader.border.monitoring.Disclosure;

/**
 * One change of a partner's status.
 *
 * @param effectiveAt from when it counts, programme time; may lie ahead
 */
public record PartnerChange(Place place, Disclosure from, Disclosure to, Instant effectiveAt) {

    static final Comparator<PartnerChange> IN_ORDER = Comparator.comparing(PartnerChange::place);

    /**
     * Where it stands in the list.
     *
     * @param recordedAt machine time, whole milliseconds
     */
    public record Place(Instant recordedAt, String company) implements Comparable<Place> {

        public static final Place BEGINNING = new Place(Instant.EPOCH, "");

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::recordedAt).thenComparing(Place::company);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
