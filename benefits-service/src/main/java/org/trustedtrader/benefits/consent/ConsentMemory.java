package org.trustedtrader.benefits.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.trustedtrader.border.monitoring.KnownConsents;

/**
 * The newest version of every consent. Whoever withdraws tells it before storing, whoever gives afterwards, so that a
 * withdrawal hides at once even if storing it fails, and nothing is shown that a restart would forget.
 */
public final class ConsentMemory implements KnownConsents {

    /** @param understood whether the newest version could be read; else nothing is shown by it */
    private record Entry(long version, boolean given, boolean understood, Instant since) {

        boolean inForce() {
            return given && understood;
        }
    }

    private final ConcurrentNavigableMap<String, Entry> consents = new ConcurrentSkipListMap<>();

    /** With all that is stored. */
    public static ConsentMemory load(Consents stored) {
        var memory = new ConsentMemory();
        stored.forEach(consent -> memory.takeIn(consent.fact()));
        return memory;
    }

    /** Again, or late, it does no harm. */
    public void takeIn(ConsentFact fact) {
        put(fact.pair().id(), new Entry(fact.version(), fact.given(), true, fact.since()));
    }

    /** A version could not be understood: it may be a withdrawal, so nothing is shown until it, or a newer one, is. */
    public void doubt(String id, long version) {
        var doubted = new Entry(version, false, false, Instant.MAX);
        consents.merge(id, doubted, (before, _) -> before.version() < version ? doubted : before);
    }

    private void put(String id, Entry entry) {
        consents.merge(id, entry, (before, _) -> before.version() <= entry.version() ? entry : before);
    }

    @Override
    public Known of(String company, String viewer) {
        var entry = consents.get(KnownConsents.id(company, viewer));
        return entry == null || !entry.understood() ? Known.NOTHING : new Known(entry.version(), entry.inForce());
    }

    /** @param since from when both consents have been in force */
    public record Partner(String company, Instant since) {}

    /** Those who see that company and are seen by it, in order of business number. */
    public List<Partner> partnersOf(String company) {
        List<Partner> partners = new ArrayList<>();
        consents.subMap(company + "-", company + ".").forEach((id, ours) -> {
            var partner = id.substring(company.length() + 1);
            var theirs = consents.get(KnownConsents.id(partner, company));
            if (ours.inForce() && theirs != null && theirs.inForce()) {
                var since = ours.since().isAfter(theirs.since()) ? ours.since() : theirs.since();
                partners.add(new Partner(partner, since));
            }
        });
        return partners;
    }
}
