package org.trustedtrader.acceptance.faults.border;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was committed when of one thing that a benefit needs: a membership, a carrier code, a driver's card. */
final class Timeline {

    private final String subject;
    private final List<Change> changes = new CopyOnWriteArrayList<>();

    Timeline(String subject) {
        this.subject = subject;
    }

    /**
     * @param atNanos   {@code System.nanoTime()} of the commit
     * @param granted   whether the benefit is on from then
     * @param allowance how much later nobody may be answered any more as if it had not been
     */
    record Change(long version, long atNanos, boolean granted, Duration allowance) {}

    String subject() {
        return subject;
    }

    /** In the order of versions, and before anybody can hear of it. */
    void commit(Change change) {
        changes.add(change);
    }

    boolean isGranted() {
        return !changes.isEmpty() && changes.getLast().granted();
    }

    /** Whether that version, as committed, takes the benefit away. */
    boolean isLoss(long version) {
        return changes.stream().anyMatch(change -> change.version() == version && !change.granted());
    }

    /** Whether a yes to a question sent and answered then may follow from what was committed. */
    boolean allowsYes(long sentNanos, long answeredNanos) {
        for (var change : changes.reversed()) {
            if (change.atNanos() - answeredNanos > 0) {
                continue;
            }
            if (change.granted()) {
                return true;
            }
            if (sentNanos - change.atNanos() > change.allowance().toNanos()) {
                return false;
            }
        }
        return false;
    }

    /** For a message about a wrong answer. */
    String at(long nanos) {
        var text = new StringBuilder(subject);
        changes.stream()
                .skip(Math.max(0, changes.size() - 4))
                .forEach(change -> text.append(" v%d %s %d ms before"
                        .formatted(
                                change.version(),
                                change.granted() ? "granted" : "lost",
                                (nanos - change.atNanos()) / 1_000_000)));
        return text.toString();
    }
}
