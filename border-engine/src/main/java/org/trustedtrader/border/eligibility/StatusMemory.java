package org.trustedtrader.border.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.KnownStates;
import org.trustedtrader.border.trader.MembershipFact;

/**
 * All that is known, in memory, ready to be asked. One writer at a time; readers take immutable pieces and never wait.
 *
 * <p>A state that is heard is taken in two steps. Before it is stored it can only take benefits away; what it grants counts
 * once it is stored. So a suspension refuses at once even if the store fails, and nothing is ever granted that a restart
 * would forget.
 */
public final class StatusMemory implements Status {

    private final Policies policies;
    private final KnownStates store;
    private final Map<String, Trader> traders = new ConcurrentHashMap<>();
    private final Map<Identifier, List<String>> claims = new ConcurrentHashMap<>();
    private final Map<String, String> companyOfMembership = new ConcurrentHashMap<>();
    private final Orphans orphans = new Orphans();
    private final CardMemory cards = new CardMemory();

    public StatusMemory(Policies policies, KnownStates store) {
        this.policies = policies;
        this.store = store;
        load();
    }

    /** Takes in a state that was heard; it is stored when this returns. Again, or late, it does no harm. */
    public void takeIn(Known known) {
        if (isStored(known)) {
            return;
        }
        hear(known);
        store.append(known);
        keep(known);
    }

    @Override
    public Party party(Identifier identifier, long millis) {
        var claimants = claims.get(identifier);
        if (claimants == null) {
            return Party.UNKNOWN;
        }
        if (claimants.size() == 1) {
            var trader = traders.get(claimants.getFirst());
            if (trader.timeline().at(millis).holds(identifier)) {
                return trader.at(millis);
            }
        }
        return Claims.settle(identifier, millis, claimants(identifier));
    }

    @Override
    public Card card(String number, long millis) {
        return cards.at(number, millis);
    }

    /** What was known when these were the newest versions and no other subject was known. For replaying answers. */
    public Status asKnownWith(Map<String, Long> versions) {
        return new PastStatus(this, versions);
    }

    /** What was known by that time, machine time of the owners' records. */
    public Status asKnownAt(Instant knownAt) {
        var then = new StatusMemory(policies, new KnownStates() {
            @Override
            public void append(Known known) {
                throw new IllegalStateException("The past does not change.");
            }

            @Override
            public void forEach(Consumer<Known> consumer) {
                store.forEach(known -> {
                    if (!known.recordedAt().isAfter(knownAt)) {
                        consumer.accept(known);
                    }
                });
            }
        });
        return then;
    }

    /** What counts for one company at one time: the versions of it and of its memberships, and its standing. */
    public Optional<Snapshot> snapshot(String bn9, long millis) {
        return Optional.ofNullable(traders.get(bn9))
                .map(trader -> new Snapshot(
                        trader.all().subjects().values().stream()
                                .flatMap(v -> Stream.ofNullable(v.at(millis)))
                                .toList(),
                        trader.at(millis)));
    }

    /** @param counting the versions that count at that time, one per aggregate */
    public record Snapshot(List<Known> counting, Party party) {}

    List<Trader> claimants(Identifier identifier) {
        return claims.getOrDefault(identifier, List.of()).stream()
                .map(traders::get)
                .toList();
    }

    CardMemory cards() {
        return cards;
    }

    private synchronized void load() {
        Map<String, List<Known>> byCompany = new TreeMap<>();
        List<Known> unreadable = new ArrayList<>();
        store.forEach(known -> {
            if (isCard(known)) {
                cards.keep(known);
            } else if (known.readable()) {
                collect(known, byCompany);
            } else {
                unreadable.add(known);
            }
        });
        unreadable.forEach(known -> collect(known, byCompany));
        byCompany.forEach((bn9, states) ->
                show(bn9, Trader.of(TraderFile.empty(policies, bn9).with(states), List.of())));
    }

    private void collect(Known known, Map<String, List<Known>> byCompany) {
        var bn9 = companyOf(known);
        if (bn9 != null) {
            byCompany.computeIfAbsent(bn9, _ -> new ArrayList<>()).add(known);
        } else {
            orphans.keep(known);
        }
    }

    private boolean isStored(Known known) {
        if (isCard(known)) {
            return cards.has(known);
        }
        var bn9 = companyOf(known);
        var trader = bn9 == null ? null : traders.get(bn9);
        return trader != null && trader.stored().has(known);
    }

    private synchronized void hear(Known known) {
        if (isCard(known)) {
            cards.hear(known);
            return;
        }
        var bn9 = companyOf(known);
        if (bn9 != null) {
            show(bn9, orphans.join(trader(bn9), known.subject()).hears(known));
        } else {
            orphans.hear(known);
        }
    }

    private synchronized void keep(Known known) {
        if (isCard(known)) {
            cards.keep(known);
            return;
        }
        var bn9 = companyOf(known);
        if (bn9 != null) {
            show(bn9, orphans.join(trader(bn9), known.subject()).keeps(known));
        } else {
            orphans.keep(known);
        }
    }

    private Trader trader(String bn9) {
        var known = traders.get(bn9);
        return known != null ? known : Trader.of(TraderFile.empty(policies, bn9), List.of());
    }

    /** The trader before the claims that lead to it: a reader who follows a claim always finds somebody. */
    private void show(String bn9, Trader trader) {
        traders.put(bn9, trader);
        for (var identifier : trader.identifiers()) {
            claims.merge(
                    identifier,
                    List.of(bn9),
                    (before, one) -> before.contains(bn9)
                            ? before
                            : Stream.concat(before.stream(), one.stream()).toList());
        }
    }

    /** Null for an unreadable membership of which no readable version is known: it waits for one among the orphans. */
    private @Nullable String companyOf(Known known) {
        return switch (known.fact()) {
            case CompanyFact company -> company.bn9();
            case MembershipFact membership -> {
                companyOfMembership.put(known.subject(), membership.company());
                yield membership.company();
            }
            default ->
                known.subject().startsWith(Known.COMPANY)
                        ? known.subject().substring(Known.COMPANY.length())
                        : companyOfMembership.get(known.subject());
        };
    }

    private static boolean isCard(Known known) {
        return known.subject().startsWith(Known.DRIVER_CARD);
    }
}
