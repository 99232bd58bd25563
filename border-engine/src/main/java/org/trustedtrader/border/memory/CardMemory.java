package org.trustedtrader.border.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Revisions;

/** Driver cards in memory: stored versions, and those heard but not stored yet, which can only take validity away. */
final class CardMemory {

    private record File(Revisions stored, Revisions all) {}

    private final Map<String, File> files = new ConcurrentHashMap<>();

    boolean has(Revision known) {
        return file(known).stored().has(known);
    }

    void hear(Revision known) {
        var file = file(known);
        files.put(number(known), new File(file.stored(), file.all().with(known)));
    }

    void keep(Revision known) {
        var file = file(known);
        files.put(number(known), new File(file.stored().with(known), file.all().with(known)));
    }

    List<Revision> stored() {
        return files.values().stream()
                .flatMap(file -> file.stored().all().stream())
                .toList();
    }

    void tell(StatusListener listener) {
        for (var file : files.values()) {
            file.stored().all().forEach(known -> listener.changed(known, true));
            file.all().all().stream()
                    .filter(known -> !file.stored().has(known))
                    .forEach(known -> listener.changed(known, false));
        }
    }

    Card at(String number, long millis) {
        var file = files.get(number);
        if (file == null) {
            return Card.UNKNOWN;
        }
        var shown = Card.of(number, file.all(), millis);
        return shown.standing() == Reason.DRIVER_CARD_VALID ? Card.of(number, file.stored(), millis) : shown;
    }

    private File file(Revision known) {
        return files.getOrDefault(number(known), new File(Revisions.NONE, Revisions.NONE));
    }

    private static String number(Revision known) {
        return known.subject().substring(Revision.DRIVER_CARD.length());
    }
}
