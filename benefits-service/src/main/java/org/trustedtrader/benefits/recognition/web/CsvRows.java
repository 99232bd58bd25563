package org.trustedtrader.benefits.recognition.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.RawRow;
import org.trustedtrader.benefits.recognition.RawRows;
import org.trustedtrader.benefits.recognition.RowCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A list as CSV after RFC 4180, UTF-8 with or without a byte order mark, lines ended by CRLF or LF. The header names every
 * column once, in any order.
 */
final class CsvRows implements RawRows {

    private static final int LONGEST_FIELD = 10_000;
    private static final int LONGEST_SHOWN = 40;
    private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");
    private static final ObjectReader ROWS = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_FIELD)
                            .build())
                    .build())
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build()
            .readerForListOf(String.class);

    private final byte[] body;

    CsvRows(byte[] body) {
        this.body = body;
    }

    @Override
    public void forEach(Consumer<RawRow> consumer) {
        try (var rows = ROWS.<List<String>>readValues(body)) {
            if (!rows.hasNextValue()) {
                throw ListBody.unreadable("benefits.list.empty");
            }
            var header = header(rows.nextValue());
            for (int number = 1; rows.hasNextValue(); number++) {
                consumer.accept(row(number, rows.nextValue(), header));
            }
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw ListBody.unreadable("benefits.list.csv-at-line", Math.max(line, 1));
        }
    }

    private static List<Column> header(List<String> names) {
        if (names.size() == 1) {
            OTHER_SEPARATORS.stream()
                    .filter(names.getFirst()::contains)
                    .findFirst()
                    .ifPresent(separator -> {
                        throw ListBody.unreadable(
                                "benefits.list.separator", separator.equals("\t") ? "TAB" : separator);
                    });
        }
        List<Column> columns = new ArrayList<>();
        for (var name : names) {
            columns.add(Column.labelled(name)
                    .orElseThrow(() -> ListBody.unreadable("benefits.list.column-unknown", shown(name), known())));
        }
        for (var column : Column.values()) {
            if (Collections.frequency(columns, column) != 1) {
                throw ListBody.unreadable("benefits.list.column-once", column.label());
            }
        }
        return columns;
    }

    /** A column's name as it may stand in an answer and in a log. */
    private static String shown(String name) {
        var printable = name.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> Character.isLetterOrDigit(c) || (c >= ' ' && c <= '~') ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.isBlank() ? "\"\"" : printable;
    }

    private static List<String> known() {
        return Stream.of(Column.values()).map(Column::label).toList();
    }

    private static RawRow row(int number, List<String> fields, List<Column> header) {
        var values = new ArrayList<>(Collections.nCopies(Column.COUNT, ""));
        for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
            values.set(header.get(i).ordinal(), fields.get(i));
        }
        return new RawRow(number, values, fields.size() == header.size() ? null : RowCode.COLUMN_COUNT, fields);
    }
}
