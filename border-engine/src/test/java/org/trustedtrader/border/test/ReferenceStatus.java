package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** Everything that was received, by subject, and who is who in it. */
final class ReferenceStatus {

    private final Map<String, ReferenceRevisions> subjects = new TreeMap<>();
    private final List<ReferenceTrader> traders = new ArrayList<>();
    private final TreeSet<Long> changes = new TreeSet<>();

    ReferenceStatus(List<Revision> received) {
        for (var revision : received) {
            subjects.computeIfAbsent(revision.subject(), _ -> new ReferenceRevisions())
                    .add(revision);
        }
        findTraders();
        findChanges();
    }

    /** A membership is its company's as soon as one version of it that names the company was received. */
    private void findTraders() {
        Map<String, ReferenceTrader> byBn9 = new TreeMap<>();
        subjects.forEach((subject, versions) -> {
            if (subject.startsWith(Revision.COMPANY)) {
                var bn9 = subject.substring(Revision.COMPANY.length());
                byBn9.put(bn9, new ReferenceTrader(bn9, versions));
            }
        });
        subjects.forEach((subject, versions) -> {
            for (var revision : versions.received()) {
                if (revision.fact() instanceof MembershipFact fact) {
                    byBn9.computeIfAbsent(fact.company(), bn9 -> new ReferenceTrader(bn9, new ReferenceRevisions()))
                            .addMembership(subject, versions);
                }
            }
        });
        traders.addAll(byBn9.values());
    }

    ReferenceParty party(Scheme scheme, String id, long millis) {
        if (!ReferenceSchemes.isWellFormed(scheme, id)) {
            return ReferenceParty.nobody(Reason.MALFORMED_IDENTIFIER, List.of());
        }
        var identifier = new Identifier(scheme, id);
        var claimants = traders.stream().filter(t -> t.everHolds(identifier)).toList();
        var holders =
                claimants.stream().filter(t -> t.holds(identifier, millis)).toList();
        if (holders.size() == 1) {
            return ReferenceParty.of(holders.getFirst());
        }
        if (claimants.isEmpty()) {
            return ReferenceParty.nobody(Reason.UNKNOWN_IDENTIFIER, List.of());
        }
        if (!holders.isEmpty()) {
            return ReferenceParty.nobody(Reason.IDENTIFIER_AMBIGUOUS, claimants);
        }
        var uncertain = claimants.stream().anyMatch(t -> t.hasUnreadable(millis));
        return ReferenceParty.nobody(
                uncertain ? Reason.STATUS_NOT_UNDERSTOOD : Reason.IDENTIFIER_NOT_VALID_THEN, claimants);
    }

    Reason card(String number, long millis) {
        if (!ReferenceSchemes.isWellFormed(Scheme.DRIVER_CARD, number)) {
            return Reason.DRIVER_CARD_MALFORMED;
        }
        return ReferenceCard.standing(
                subjects.getOrDefault(Revision.DRIVER_CARD + number, new ReferenceRevisions()), millis);
    }

    void cardVersionInto(String number, Map<String, Long> versions) {
        var card = subjects.get(Revision.DRIVER_CARD + number);
        if (card != null) {
            versions.put(Revision.DRIVER_CARD + number, card.newest());
        }
    }

    /** When anything may change by itself. */
    private void findChanges() {
        for (var versions : subjects.values()) {
            for (var revision : versions.received()) {
                changes.add(revision.effectiveAt().toEpochMilli());
                if (revision.fact() instanceof CardFact card) {
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
