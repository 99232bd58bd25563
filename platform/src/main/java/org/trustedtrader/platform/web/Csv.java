package org.trustedtrader.platform.web;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A table as CSV after RFC 4180: UTF-8, a header row, lines that end with CR LF. The same rows give the same bytes. */
public final class Csv implements AutoCloseable {

    public static final String TYPE = "text/csv";

    private static final CsvMapper MAPPER = CsvMapper.builder().build();
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final SequenceWriter rows;

    /** @param header what the columns are called, for the reader */
    public Csv(List<String> header) {
        var schema = CsvSchema.builder();
        for (int column = 0; column < header.size(); column++) {
            schema.addColumn(Integer.toString(column));
        }
        rows = MAPPER.writer(schema.setLineSeparator("\r\n").build()).writeValues(bytes);
        add(header);
    }

    /** @param cells null for an empty one */
    public void add(List<@Nullable String> cells) {
        rows.write(cells.toArray(String[]::new));
    }

    public byte[] toBytes() {
        rows.flush();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        rows.close();
    }

    /**
     * A value as a person opens it in a spreadsheet: a list is joined by semicolons, and a text that a spreadsheet would run as a
     * formula begins with an apostrophe.
     */
    static @Nullable String cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> all -> guarded(all.stream().map(String::valueOf).collect(Collectors.joining(";")));
            case Number number -> number.toString();
            default -> guarded(value.toString());
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
