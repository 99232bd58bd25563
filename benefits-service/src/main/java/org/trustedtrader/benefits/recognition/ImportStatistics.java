package org.trustedtrader.benefits.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.border.recognition.MemberState;

/** What came of the rows of a list so far. Rows are taken in side by side. */
final class ImportStatistics {

    private final List<RowError> errors = new ArrayList<>();
    private int accepted;
    private int unchanged;
    private int suspended;
    private int revoked;
    private int missing;
    private int flagged;

    synchronized void wrong(RowError error) {
        errors.add(error);
        flagged += error.code().quarantines() ? 0 : 1;
    }

    /** @param member after the row */
    synchronized void took(PartnerMember member, String listId) {
        if (!member.source().listId().equals(listId)) {
            unchanged++;
        } else if (member.status().state() == MemberState.SUSPENDED) {
            suspended++;
        } else if (member.status().state() == MemberState.REVOKED) {
            revoked++;
        } else {
            accepted++;
        }
    }

    synchronized void missed() {
        missing++;
        revoked++;
    }

    PartnerList.Result result(PartnerList.Outcome outcome, int received, int most) {
        Set<Integer> quarantined = new HashSet<>();
        for (var error : errors) {
            if (error.code().quarantines()) {
                quarantined.add(error.row());
            }
        }
        var tally =
                new RowCounts(received, accepted, unchanged, quarantined.size(), suspended, revoked, missing, flagged);
        var sorted = errors();
        var shown = sorted.subList(0, Math.min(most, sorted.size()));
        return new PartnerList.Result(outcome, tally, shown, sorted.size() - shown.size());
    }

    List<RowError> errors() {
        return errors.stream()
                .sorted((a, b) -> Integer.compare(a.row(), b.row()))
                .toList();
    }
}
