package org.trustedtrader.benefits.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A list gone through once, to its end, before anything is changed. Keeps the TINs that it names, not its rows. */
final class ListContents {

    private final RowValidator check;
    private final RawRows rows;
    private final Set<String> named = new HashSet<>();
    private final Set<String> twice = new HashSet<>();
    private int received;

    private ListContents(RowValidator check, RawRows rows) {
        this.check = check;
        this.rows = rows;
    }

    /** @throws Refusal.InvalidInput if there are more rows than that */
    static ListContents of(RowValidator check, RawRows rows, int mostRows) {
        var survey = new ListContents(check, rows);
        rows.forEach(row -> survey.see(row, mostRows));
        return survey;
    }

    int received() {
        return received;
    }

    boolean names(String tin) {
        return named.contains(tin);
    }

    /** The rows that make sense, in order; what is wrong with the others. */
    void read(Consumer<MemberRow> good, Consumer<RowError> errors) {
        rows.forEach(row -> {
            List<RowError> found = new ArrayList<>(0);
            var listed = check.read(row, found::add);
            if (listed != null && twice.contains(listed.tin())) {
                found.add(listed.error(Column.TIN, RowCode.TIN_DUPLICATE));
            }
            found.forEach(errors);
            if (listed != null && found.isEmpty()) {
                good.accept(listed);
            }
        });
    }

    /** The TINs of rows that do not make sense, as far as they are legible. */
    Set<String> doubtful() {
        Set<String> doubtful = new HashSet<>(twice);
        rows.forEach(row -> {
            if (check.read(row, _ -> {}) == null) {
                doubtful.addAll(check.namedTins(row));
            }
        });
        return doubtful;
    }

    private void see(RawRow row, int mostRows) {
        if (++received > mostRows) {
            throw new Refusal.InvalidInput("", Message.of("benefits.recognition.too-many-rows", mostRows));
        }
        for (var tin : check.namedTins(row)) {
            if (!named.add(tin)) {
                twice.add(tin);
            }
        }
    }
}
