package org.trustedtrader.benefits.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was sent.
 *
 * @param number from 1, without the header
 * @param values by {@link Column}, empty where there is none; shorter if the row could not be taken apart
 * @param fault  why it could not be taken apart, or null
 * @param texts  everything that stands in the row, under whatever name
 */
public record RawRow(
        int number, List<String> values, @Nullable RowCode fault, List<String> texts) {

    public RawRow {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
    }

    String value(Column column) {
        return column.ordinal() < values.size() ? values.get(column.ordinal()) : "";
    }
}
