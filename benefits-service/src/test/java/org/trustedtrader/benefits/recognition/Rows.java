package org.trustedtrader.benefits.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as tests speak of them: a sound one, changed where it matters. */
public final class Rows {

    public static final String TIN = "US1234567890";

    private final List<String> values = new ArrayList<>(List.of(
            TIN,
            "Acme Freight Inc.",
            "1 Main St, Detroit MI",
            "US",
            "CTPAT",
            "IMPORTER;EXPORTER",
            "ACTIVE",
            "2026-01-15",
            "2020-03-01",
            ""));

    public static Rows of(String tin) {
        return new Rows().with(Column.TIN, tin);
    }

    public static List<RawRow> many(int count) {
        List<RawRow> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(of("US%08d".formatted(i)).row(i));
        }
        return rows;
    }

    public Rows with(Column column, String value) {
        values.set(column.ordinal(), value);
        return this;
    }

    public Rows is(String status, String since) {
        return with(Column.STATUS, status).with(Column.STATUS_DATE, since);
    }

    public RawRow row(int number) {
        return new RawRow(number, values, null, values);
    }

    public String csv() {
        return String.join(
                ",",
                values.stream().map(v -> '"' + v.replace("\"", "\"\"") + '"').toList());
    }

    public static String header() {
        return Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(","));
    }
}
