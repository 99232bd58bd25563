package org.trustedtrader.benefits.recognition.export;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;

/**
 * The rows of our list, one document each, in sets that are written once and never changed. Partners receive the set that the
 * {@link ExportRegister} names. A set that it does not name is of a run that lost the race or crashed.
 */
public interface ExportRows {

    /** @param digest SHA-256 over the stored rows in order of TIN, hexadecimal */
    record RowSet(String id, int size, String digest) {}

    /** @param sequence that the list has with these rows */
    RowSet write(long sequence, List<Entry> rows);

    /** @return empty if the stored rows are not those that were written, as after {@link #deleteOthers} */
    Optional<List<Entry>> read(RowSet set);

    /**
     * Deletes every set up to that sequence but the one given. A run that still writes one of them can no longer move the
     * register; sets of later sequences may become the list.
     *
     * @param sequence the register's, or an earlier one
     */
    void deleteOthers(long sequence, RowSet current);
}
