package org.trustedtrader.border.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Revisions;

/** Driver cards in memory: stored versions, and those received but not stored yet, which can only take validity away. */
final class CardMemory {

    private record File(Revisions stored, Revisions all) {}

    private final Map<String, File> files = new ConcurrentHashMap<>();

    boolean has(Revision revision) {
        return file(revision).stored().has(revision);
    }

    void receive(Revision revision) {
        var file = file(revision);
        files.put(number(revision), new File(file.stored(), file.all().with(revision)));
    }

    void put(Revision revision) {
        var file = file(revision);
        files.put(
                number(revision),
                new File(file.stored().with(revision), file.all().with(revision)));
    }

    List<Revision> stored() {
        return files.values().stream()
                .flatMap(file -> file.stored().all().stream())
                .toList();
    }

    void replay(StatusListener listener) {
        for (var file : files.values()) {
            file.stored().all().forEach(revision -> listener.changed(revision, true));
            file.all().all().stream()
                    .filter(revision -> !file.stored().has(revision))
                    .forEach(revision -> listener.changed(revision, false));
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

    private File file(Revision revision) {
        return files.getOrDefault(number(revision), new File(Revisions.NONE, Revisions.NONE));
    }

    private static String number(Revision revision) {
        return revision.subject().substring(Revision.DRIVER_CARD.length());
    }
}
