package org.trustedtrader.enrolment.drivercard.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.drivercard.RegisterBatch;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of a batch as CSV after RFC 4180, UTF-8. The header names the columns in any order; {@code holder} may be left out. */
final class BatchCsv {

    private static final List<String> REQUIRED = List.of("number", "programme", "validFrom", "validUntil");
    private static final String HOLDER = "holder";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectReader ROWS = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build()
            .readerForListOf(String.class);

    private BatchCsv() {}

    /** @throws Refusal.InvalidInput if it is no such table; what is wrong in a row is left to the reader of the rows */
    static List<RegisterBatch.Row> read(String text) {
        var body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (var lines = ROWS.<List<String>>readValues(body)) {
            var header = lines.hasNextValue() ? lines.nextValue() : List.<String>of();
            requireColumns(header);
            List<RegisterBatch.Row> rows = new ArrayList<>();
            while (lines.hasNextValue()) {
                rows.add(row(lines.nextValue(), header, rows.size()));
            }
            return rows;
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Refusal.InvalidInput("rows", Message.of("enrolment.driver-card.csv", Math.max(line, 1)));
        }
    }

    private static void requireColumns(List<String> header) {
        Set<String> named = new HashSet<>(header);
        Set<String> known = new HashSet<>(REQUIRED);
        known.add(HOLDER);
        if (named.size() != header.size() || !named.containsAll(REQUIRED) || !known.containsAll(named)) {
            throw new Refusal.InvalidInput(
                    "rows", Message.of("enrolment.driver-card.csv-header", String.join(",", REQUIRED) + "," + HOLDER));
        }
    }

    private static RegisterBatch.Row row(List<String> cells, List<String> header, int number) {
        if (cells.size() != header.size()) {
            throw new Refusal.InvalidInput(
                    "rows[" + number + "]", Message.of("enrolment.driver-card.csv-cells", header.size()));
        }
        return new RegisterBatch.Row(
                cell("number", cells, header),
                cell("programme", cells, header),
                cell("validFrom", cells, header),
                cell("validUntil", cells, header),
                cell(HOLDER, cells, header));
    }

    private static @Nullable String cell(String column, List<String> cells, List<String> header) {
        int at = header.indexOf(column);
        return at < 0 ? null : cells.get(at);
    }
}
