package org.trustedtrader.enrolment.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/**
 * Lists how the status of partners' memberships changed since both consents have been in force. What was recorded lately is
 * left out until all that was recorded before it can be read, so that a reader that goes on from a place in the list misses nothing.
 */
public final class ReadPartnerChanges {

    /** How far the clocks of the machines that record may be apart, and the longest time that a write takes. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

    private final Consents consents;
    private final Memberships memberships;
    private final InstantSource machineTime;

    public ReadPartnerChanges(Consents consents, Memberships memberships, InstantSource machineTime) {
        this.consents = consents;
        this.memberships = memberships;
        this.machineTime = machineTime;
    }

    /** @param effectiveAt from when it counts, programme time */
    public record PartnerChange(Place place, Disclosure from, Disclosure to, Instant effectiveAt) {}

    /**
     * Where a change stands in the list.
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

    /**
     * @param more whether there are more of them now
     * @param upTo all that was recorded before, machine time, can be read by now
     */
    public record Changes(List<PartnerChange> changes, boolean more, Instant upTo) {}

    /** Changes of one company that were recorded at one time are never parted, even if they are more than the limit. */
    public Changes after(Place place, int limit, Actor actor) {
        var company = Roles.companyOf(actor);
        var upTo = machineTime.instant().minus(SETTLED_AFTER);
        List<PartnerChange> all = new ArrayList<>();
        if (memberships.ofCompany(company).stream().anyMatch(m -> MonitorPartner.isMember(m.state()))) {
            for (var partner : consents.partnersOf(company)) {
                changes(partner)
                        .filter(change -> change.place().recordedAt().isBefore(upTo)
                                && change.place().compareTo(place) > 0)
                        .forEach(all::add);
            }
        }
        all.sort(Comparator.comparing(PartnerChange::place));
        int end = Math.min(limit, all.size());
        while (end > 0
                && end < all.size()
                && all.get(end).place().equals(all.get(end - 1).place())) {
            end++;
        }
        return new Changes(List.copyOf(all.subList(0, end)), end < all.size(), upTo);
    }

    private Stream<PartnerChange> changes(Consents.Partner partner) {
        return memberships.ofCompany(partner.company()).stream()
                .flatMap(membership -> memberships.history(membership.id()).stream())
                .filter(entry -> !entry.effectiveAt().isBefore(partner.since()))
                .map(entry -> new PartnerChange(
                        new Place(entry.recordedAt(), partner.company()),
                        disclosed(entry.from()),
                        disclosed(entry.to()),
                        entry.effectiveAt()))
                .filter(change -> change.from() != change.to());
    }

    /** @param state as {@link HistoryEntry} has it, empty before the first */
    private static Disclosure disclosed(String state) {
        return state.isEmpty() ? Disclosure.INELIGIBLE : Disclosure.of(Stream.of(MembershipState.valueOf(state)));
    }
}
