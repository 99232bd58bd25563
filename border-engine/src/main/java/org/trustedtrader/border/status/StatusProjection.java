package org.trustedtrader.border.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/**
 * Applies announced revisions in two steps: a revision that is received can only take benefits away;
 * what it grants counts once it is stored. So a suspension refuses at once even if the store fails, and nothing is ever
 * granted that a restart would forget.
 */
public final class StatusProjection {

    private final BorderMemory memory;
    private final RevisionStore store;
    private final Clock clock;
    /** Received and not stored yet, by company; what has no known company by its subject. */
    private final Map<String, List<Revision>> received = new ConcurrentHashMap<>();

    private final Set<String> orphans = ConcurrentHashMap.newKeySet();
    /** Held from what the store says until it is in memory, so that no later state is overtaken there. */
    private final Object storing = new Object();

    /** @param clock programme time */
    public StatusProjection(BorderMemory memory, RevisionStore store, Clock clock) {
        this.memory = memory;
        this.store = store;
        this.clock = clock;
    }

    /** Puts all that is stored into the memory. Before the first question is answered and the first event received. */
    public void load() {
        var now = clock.millis();
        store.forEach((file, states) -> {
            if (file.startsWith(Revision.COMPANY)) {
                memory.put(CompanyRevisions.of(companyOf(file), states).state(now));
            } else if (file.startsWith(Revision.DRIVER_CARD)) {
                states.forEach(memory::put);
            } else {
                orphans.add(file);
            }
        });
    }

    /** For a memory that was read from an image: what was not settled then is read from the store. */
    void resume() {
        orphans.addAll(store.orphans());
        memory.unsettled().forEach(this::read);
    }

    private void read(String company) {
        memory.put(state(company, store.read(Revision.COMPANY + company)));
    }

    private TraderState state(String company, List<Revision> stored) {
        return CompanyRevisions.of(company, stored).state(clock.millis());
    }

    /** Takes away at once what the revision takes away, without waiting for the store. Idempotent, in any order. */
    public void receive(Revision revision) {
        if (revision.subject().startsWith(Revision.DRIVER_CARD)) {
            if (!memory.hasCard(revision)) {
                memory.receive(revision);
            }
            return;
        }
        var company = company(revision);
        if (company == null) {
            receiveUnassigned(revision);
        } else if (!isApplied(company, revision)) {
            receive(company, revision);
        }
    }

    /** A revision that took nothing away may do so under other rules. */
    synchronized void reapplyReceived() {
        received.forEach(
                (company, states) -> states.forEach(revision -> memory.restrict(company, revision, clock.millis())));
    }

    /** Applies revisions; all are stored when this returns. Idempotent, in any order. */
    public void apply(List<Revision> all) {
        all.forEach(this::receive);
        Map<String, Set<Revision>> byCompany = new LinkedHashMap<>();
        for (var revision : all) {
            if (revision.subject().startsWith(Revision.DRIVER_CARD)) {
                applyCard(revision);
                continue;
            }
            var company = company(revision);
            if (company == null) {
                storeForLater(revision);
            } else if (!isApplied(company, revision)) {
                byCompany.computeIfAbsent(company, _ -> new LinkedHashSet<>()).add(revision);
            }
        }
        if (!byCompany.isEmpty()) {
            store(byCompany);
        }
    }

    /** A revision that arrives twice, on two queues or after a start, costs the store nothing. */
    private boolean isApplied(String company, Revision revision) {
        return receivedOf(company).isEmpty()
                && !orphans.contains(revision.subject())
                && memory.hasSettled(company, revision);
    }

    private void applyCard(Revision card) {
        if (!memory.hasCard(card)) {
            store.append(Map.of(card.subject(), List.of(card)));
            memory.put(card);
        }
    }

    private void storeForLater(Revision revision) {
        store.append(Map.of(revision.subject(), List.of(revision)));
        orphans.add(revision.subject());
        remove(received, revision.subject(), revision);
    }

    /** What was received of a company and is not stored yet. */
    List<Revision> receivedOf(String company) {
        return received.getOrDefault(company, List.of());
    }

    private synchronized void receiveUnassigned(Revision revision) {
        add(received, revision.subject(), revision);
    }

    private synchronized void receive(String company, Revision revision) {
        if (revision.version() > memory.versionKnown(company, revision.subject()) && add(received, company, revision)) {
            memory.restrict(company, revision, clock.millis());
        }
    }

    /**
     * Other revisions received of the company are stored with it: their consumer may have lost the broker, and a catch-up
     * later gives the newest version only.
     */
    private void store(Map<String, Set<Revision>> byCompany) {
        synchronized (storing) {
            Map<String, List<Revision>> files = new LinkedHashMap<>();
            byCompany.forEach((company, states) -> {
                states.addAll(receivedOf(company));
                states.forEach(revision -> adopt(company, revision.subject()));
                files.put(Revision.COMPANY + company, List.copyOf(states));
            });
            var stored = store.append(files);
            byCompany.forEach((company, states) -> put(state(company, stored.get(Revision.COMPANY + company)), states));
        }
    }

    private synchronized void put(TraderState state, Set<Revision> kept) {
        var company = state.bn9();
        for (var revision : kept) {
            remove(received, company, revision);
            received.getOrDefault(revision.subject(), List.of()).forEach(orphan -> add(received, company, orphan));
            received.remove(revision.subject());
        }
        memory.put(state);
        receivedOf(company).forEach(other -> memory.restrict(company, other, clock.millis()));
    }

    /** What could not be read of a membership before its company was known joins the company's file. */
    private void adopt(String company, String subject) {
        if (orphans.contains(subject)) {
            store.append(Map.of(Revision.COMPANY + company, store.read(subject)));
            orphans.remove(subject);
        }
    }

    private static boolean add(Map<String, List<Revision>> lists, String key, Revision revision) {
        var before = lists.getOrDefault(key, List.of());
        if (before.contains(revision)) {
            return false;
        }
        var more = new ArrayList<>(before);
        more.add(revision);
        lists.put(key, List.copyOf(more));
        return true;
    }

    private static void remove(Map<String, List<Revision>> lists, String key, Revision revision) {
        lists.computeIfPresent(key, (_, before) -> {
            var rest = before.stream().filter(k -> !k.equals(revision)).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    private @Nullable String company(Revision revision) {
        return switch (revision.fact()) {
            case CompanyFact company -> company.bn9();
            case MembershipFact membership -> membership.company();
            default ->
                revision.subject().startsWith(Revision.COMPANY)
                        ? companyOf(revision.subject())
                        : memory.companyOf(revision.subject()).orElse(null);
        };
    }

    private static String companyOf(String file) {
        return file.substring(Revision.COMPANY.length());
    }
}
