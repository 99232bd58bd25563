package org.trustedtrader.border.eligibility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.Versions;

/** Driver cards in memory: stored versions, and those heard but not stored yet, which can only take validity away. */
final class CardMemory {

    private record File(Versions stored, Versions all) {}

    private final Map<String, File> files = new ConcurrentHashMap<>();

    boolean has(Known known) {
        return file(known).stored().has(known);
    }

    void hear(Known known) {
        var file = file(known);
        files.put(number(known), new File(file.stored(), file.all().with(known)));
    }

    void keep(Known known) {
        var file = file(known);
        files.put(number(known), new File(file.stored().with(known), file.all().with(known)));
    }

    Card at(String number, long millis) {
        var file = files.get(number);
        if (file == null) {
            return Card.UNKNOWN;
        }
        var shown = at(number, file.all(), millis);
        return shown.standing() == Reason.DRIVER_CARD_VALID ? at(number, file.stored(), millis) : shown;
    }

    /** As it was when that was the newest version known. */
    Card at(String number, long version, long millis) {
        var file = files.get(number);
        return file == null ? Card.UNKNOWN : at(number, file.all().upTo(version), millis);
    }

    private static Card at(String number, Versions versions, long millis) {
        var known = versions.at(millis);
        if (versions.newest() == 0) {
            return Card.UNKNOWN;
        }
        var seen = Map.of(Known.DRIVER_CARD + number, versions.newest());
        if (known == null) {
            return new Card(
                    Reason.DRIVER_CARD_UNKNOWN, seen, versions.all().getFirst().effectiveMillis());
        }
        return known.fact() instanceof CardFact fact
                ? new Card(fact.standing(millis), seen, fact.nextChange(millis))
                : new Card(Reason.STATUS_NOT_UNDERSTOOD, seen, Long.MAX_VALUE);
    }

    private File file(Known known) {
        return files.getOrDefault(number(known), new File(Versions.NONE, Versions.NONE));
    }

    private static String number(Known known) {
        return known.subject().substring(Known.DRIVER_CARD.length());
    }
}
