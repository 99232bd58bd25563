package org.trustedtrader.benefits.recognition;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with one row.
 *
 * @param row   from 1, without the header
 * @param tin   as sent if that does no harm where it is shown, else empty
 * @param field the column's name, empty if the row as a whole is meant
 */
public record RowError(int row, String tin, String field, RowCode code) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 ._/-]{0,32}");

    static RowError of(RawRow row, Column column, RowCode code) {
        return new RowError(row.number(), harmless(row.value(Column.TIN)), column.label(), code);
    }

    static RowError ofWhole(RawRow row, RowCode code) {
        return new RowError(row.number(), harmless(row.value(Column.TIN)), "", code);
    }

    private static String harmless(String tin) {
        return HARMLESS.matcher(tin).matches() ? tin : "";
    }
}
