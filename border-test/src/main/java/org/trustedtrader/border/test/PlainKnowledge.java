package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Scheme;

/** Everything that was heard, by subject, and who is who in it. */
final class PlainKnowledge {

    private final Map<String, PlainVersions> subjects = new TreeMap<>();
    private final List<PlainTrader> traders = new ArrayList<>();
    private final TreeSet<Long> changes = new TreeSet<>();

    PlainKnowledge(List<Known> heard) {
        for (var known : heard) {
            subjects.computeIfAbsent(known.subject(), _ -> new PlainVersions()).add(known);
        }
        findTraders();
        findChanges();
    }

    /** A membership is its company's as soon as one version of it that names the company was heard. */
    private void findTraders() {
        Map<String, PlainTrader> byBn9 = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            if (subject.startsWith(Known.COMPANY)) {
                var bn9 = subject.substring(Known.COMPANY.length());
                byBn9.put(bn9, new PlainTrader(bn9, versions));
            }
        });
        subjects.forEach((subject, versions) -> {
            for (var known : versions.heard()) {
                if (known.fact() instanceof MembershipFact fact) {
                    byBn9.computeIfAbsent(fact.company(), bn9 -> new PlainTrader(bn9, new PlainVersions()))
                            .addMembership(subject, versions);
                }
            }
        });
        traders.addAll(byBn9.values());
    }

    PlainParty party(Scheme scheme, String id, long millis) {
        if (!PlainForms.isWellFormed(scheme, id)) {
            return PlainParty.nobody(Reason.MALFORMED_IDENTIFIER, List.of());
        }
        var identifier = new Identifier(scheme, id);
        var claimants = traders.stream().filter(t -> t.everHolds(identifier)).toList();
        var holders =
                claimants.stream().filter(t -> t.holds(identifier, millis)).toList();
        if (holders.size() == 1) {
            return PlainParty.of(holders.getFirst());
        }
        if (claimants.isEmpty()) {
            return PlainParty.nobody(Reason.UNKNOWN_IDENTIFIER, List.of());
        }
        if (!holders.isEmpty()) {
            return PlainParty.nobody(Reason.IDENTIFIER_AMBIGUOUS, claimants);
        }
        var uncertain = claimants.stream().anyMatch(t -> t.hasUnreadable(millis));
        return PlainParty.nobody(
                uncertain ? Reason.STATUS_NOT_UNDERSTOOD : Reason.IDENTIFIER_NOT_VALID_THEN, claimants);
    }

    Reason card(String number, long millis) {
        if (!PlainForms.isWellFormed(Scheme.DRIVER_CARD, number)) {
            return Reason.DRIVER_CARD_MALFORMED;
        }
        return PlainCard.standing(subjects.getOrDefault(Known.DRIVER_CARD + number, new PlainVersions()), millis);
    }

    void cardVersionInto(String number, Map<String, Long> versions) {
        var card = subjects.get(Known.DRIVER_CARD + number);
        if (card != null) {
            versions.put(Known.DRIVER_CARD + number, card.newest());
        }
    }

    /** When anything may change by itself. */
    private void findChanges() {
        for (var versions : subjects.values()) {
            for (var known : versions.heard()) {
                changes.add(known.effectiveAt().toEpochMilli());
                if (known.fact() instanceof CardFact card) {
                    changes.add(card.validFrom().toEpochDay() * 86_400_000);
                    changes.add((card.validUntil().toEpochDay() + 1) * 86_400_000);
                }
            }
        }
    }

    TreeSet<Long> changes() {
        return changes;
    }
}
