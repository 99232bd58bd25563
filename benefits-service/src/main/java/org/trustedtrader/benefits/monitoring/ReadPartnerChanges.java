package org.trustedtrader.benefits.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.benefits.consent.ConsentMemory;
import org.trustedtrader.benefits.consent.KeepConsents;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.border.monitoring.Disclosure;
import org.trustedtrader.border.monitoring.PartnerRules;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.status.StandingChange;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Lists how partners' status changed since both consents have been in force. What was recorded lately is left out until all
 * that was recorded before it has arrived here, so that whoever goes on from a place in the list misses nothing that arrives
 * late.
 */
public final class ReadPartnerChanges {

    /** How far the clocks of the machines that record may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final ConsentMemory consents;
    private final BorderStatus status;
    private final Lease lease;
    private final InstantSource machineTime;

    public ReadPartnerChanges(ConsentMemory consents, BorderStatus status, Lease lease, InstantSource machineTime) {
        this.consents = consents;
        this.status = status;
        this.lease = lease;
        this.machineTime = machineTime;
    }

    /**
     * @param more whether there are more of them now
     * @param upTo all that was recorded before, machine time, can be read by now
     */
    public record Changes(List<PartnerChange> changes, boolean more, Instant upTo) {}

    /** Changes of one company that were recorded at one time are never parted, even if they are more than the limit. */
    public Changes after(PartnerChange.Place place, int limit, Actor actor) {
        var company = KeepConsents.companyOf(actor);
        var upTo = machineTime.instant().minus(lease.now().statusAge()).minus(CLOCKS_APART);
        List<PartnerChange> all = new ArrayList<>();
        if (isMember(company)) {
            for (var partner : consents.partnersOf(company)) {
                all.addAll(changes(partner, place, upTo));
            }
        }
        all.sort(PartnerChange.IN_ORDER);
        int end = Math.min(limit, all.size());
        while (end > 0
                && end < all.size()
                && all.get(end).place().equals(all.get(end - 1).place())) {
            end++;
        }
        return new Changes(List.copyOf(all.subList(0, end)), end < all.size(), upTo);
    }

    private boolean isMember(String company) {
        return Identifier.parse(Scheme.BN9, company)
                .map(id -> status.memory().party(id, lease.now().askedAt().toEpochMilli()))
                .filter(PartnerRules::isKnownMember)
                .isPresent();
    }

    private List<PartnerChange> changes(ConsentMemory.Partner partner, PartnerChange.Place after, Instant upTo) {
        try {
            return status
                    .standingChanges(
                            partner.company(),
                            by -> !by.effectiveAt().isBefore(partner.since())
                                    && by.recordedAt().isBefore(upTo)
                                    && new PartnerChange.Place(by.recordedAt(), partner.company()).compareTo(after) > 0)
                    .stream()
                    .map(turn -> change(partner.company(), turn))
                    .filter(change -> change.from() != change.to())
                    .toList();
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable("History cannot be read now. Ask again.");
        }
    }

    private PartnerChange change(String company, StandingChange turn) {
        var by = turn.by();
        var policy = status.policies().at(by.effectiveMillis());
        return new PartnerChange(
                new PartnerChange.Place(by.recordedAt(), company),
                Disclosure.of(PartnerRules.outcome(turn.before(), policy)),
                Disclosure.of(PartnerRules.outcome(turn.after(), policy)),
                by.effectiveAt());
    }
}
