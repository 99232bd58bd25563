package org.trustedtrader.benefits.recognition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.RawRow;
import org.trustedtrader.benefits.recognition.RawRows;
import org.trustedtrader.benefits.recognition.RowCode;
import org.trustedtrader.benefits.recognition.Rows;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.RequestRefusedException;

class ListBodyTest {

    private static final String GOOD = Rows.of(Rows.TIN).csv();

    @Test
    void readsRowsEndedByLfOrCrLfWithOrWithoutAMark() {
        for (var end : List.of("\n", "\r\n")) {
            for (var mark : List.of("", "\ufeff")) {
                var rows = csv(
                        mark + Rows.header() + end + GOOD + end + Rows.of("US2").csv() + end);
                assertThat(rows).extracting(row -> value(row, Column.TIN)).containsExactly(Rows.TIN, "US2");
                assertThat(rows).extracting(RawRow::fault).containsOnlyNulls();
                assertThat(rows).extracting(RawRow::number).containsExactly(1, 2);
            }
        }
    }

    @Test
    void readsQuotesCommasAndLineEndsWithinAField() {
        var row = Rows.of(Rows.TIN)
                .with(Column.NAME, "Acme \"Fast\" Freight, Inc.")
                .with(Column.ADDRESS, "1 Main St\r\nDetroit")
                .csv();
        var read = csv(Rows.header() + "\r\n" + row).getFirst();
        assertThat(value(read, Column.NAME)).isEqualTo("Acme \"Fast\" Freight, Inc.");
        assertThat(value(read, Column.ADDRESS)).isEqualTo("1 Main St\r\nDetroit");
    }

    @Test
    void theHeaderMayNameTheColumnsInAnyOrder() {
        var rows = csv("endDate,authorisationDate,statusDate,status,role,programme,country,address,name,tin\n"
                + ",2020-01-01,2026-01-01,ACTIVE,IMPORTER,CTPAT,US,,Acme,US77\n");
        assertThat(value(rows.getFirst(), Column.TIN)).isEqualTo("US77");
        assertThat(value(rows.getFirst(), Column.STATUS)).isEqualTo("ACTIVE");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsStopsNoOther() {
        var rows = csv(Rows.header() + "\nUS1,short\n" + GOOD + ",more\n" + GOOD + "\n");
        assertThat(rows).extracting(RawRow::fault).containsExactly(RowCode.COLUMN_COUNT, RowCode.COLUMN_COUNT, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tin;name;address;country;programme;role;status;statusDate;authorisationDate;endDate | the separator ;",
                "TIN,NAME,ADDRESS,COUNTRY,PROGRAMME,ROLE,STATUS,STATUSDATE,AUTHORISATIONDATE,ENDDATE | the column TIN",
                "tin,name,address,country,programme,role,status,statusDate,authorisationDate,endDate,colour | the column colour",
                "tin,name | the column address"
            })
    void aHeaderThatIsNotTheOneIsRefusedByWhatIsWrongWithIt(String header, String named) {
        assertThatThrownBy(() -> ListBodies.of((header + "\n").getBytes(StandardCharsets.UTF_8), "text/csv")
                        .forEach(row -> {}))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().toString())
                                .contains(named)
                                .doesNotContain("JSON"));
    }

    @Test
    void whatIsNotUtf8IsRefusedByItsLine() {
        var bytes =
                (Rows.header() + "\nUS1,Cafe,,,,,,,,\nUS2,Caf\u00e9,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ListBodies.of(bytes, "text/csv"))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().toString()).contains("line 3"));
        assertThatThrownBy(() -> ListBodies.of(new byte[0], "text/csv"))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        e -> assertThat(e.violations().getFirst().toString()).contains("is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-1", "utf-16"})
    void aCharsetThatIsNotReadIsRefusedAsAMediaType(String charset) {
        assertThatThrownBy(() -> ListBodies.of(GOOD.getBytes(StandardCharsets.UTF_8), "text/csv;charset=" + charset))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        e -> assertThat(e.problem().type().status()).isEqualTo(415));
        assertThat(ListBodies.of(GOOD.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tin,name\n",
                "tin,tin,name,address,country,programme,role,status,statusDate,authorisationDate,endDate\n",
                "TIN,name,address,country,programme,role,status,statusDate,authorisationDate,endDate\n",
                "tin,name,address,country,programme,role,status,statusDate,authorisationDate,endDate,colour\n",
                "tin;name;address;country;programme;role;status;statusDate;authorisationDate;endDate\n"
            })
    void aHeaderThatIsNotTheOneIsRefused(String list) {
        assertThatThrownBy(() -> csv(list)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWhole() {
        assertThatThrownBy(() -> csv(Rows.header() + "\n" + GOOD + "\nUS2,\"open,,,\n"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void textAfterAClosingQuoteIsRefusedWhole() {
        assertThatThrownBy(() -> csv(Rows.header() + "\n\"US2\"x,,,,,,,,,\n")).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWhole() {
        var bytes = (Rows.header() + "\nUS2,Caf\u00e9,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(new CsvRows(bytes))).isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", ""})
    void aLineOfTenMegabytesIsRefusedWhole(String quote) {
        var line = quote + "x".repeat(10_000_000) + quote;
        assertThatThrownBy(() -> csv(Rows.header() + "\n" + line + ",,,,,,,,,\n"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void readsJson() {
        var rows =
                json("{\"members\": [{\"tin\": \"US1\", \"name\": \"Acme\", \"endDate\": null}, {\"tin\": \"US2\"}]}");
        assertThat(rows).extracting(row -> value(row, Column.TIN)).containsExactly("US1", "US2");
        assertThat(value(rows.getFirst(), Column.NAME)).isEqualTo("Acme");
        assertThat(rows).extracting(RawRow::fault).containsOnlyNulls();
    }

    @Test
    void aRowOfAnotherShapeStopsNoOther() {
        var rows = json(
                "{\"members\": [7, [1], {\"tin\": 5}, {\"tin\": {\"a\": [1]}}, {\"colour\": \"x\", \"tin\": \"US1\"}, null,"
                        + " {\"tin\": \"US2\"}]}");
        assertThat(rows)
                .extracting(RawRow::fault)
                .containsExactly(
                        RowCode.NOT_TEXT,
                        RowCode.NOT_TEXT,
                        RowCode.NOT_TEXT,
                        RowCode.NOT_TEXT,
                        RowCode.FIELD_UNKNOWN,
                        RowCode.NOT_TEXT,
                        null);
        assertThat(value(rows.get(4), Column.TIN)).isEqualTo("US1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"members\": 1}",
                "{\"members\": [], \"more\": 1}",
                "{\"members\": []} []",
                "{\"members\": [{\"tin\": \"US1\"}",
                "{\"members\": [{\"tin\": \"US1\", \"tin\": \"US2\"}]}",
                "{\"members\": [[[[[[[[[[[[1]]]]]]]]]]]]}"
            })
    void jsonThatIsNotTheOneShapeIsRefusedWhole(String list) {
        assertThatThrownBy(() -> json(list)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void theChecksumIsThatOfTheBytes() {
        var body = "tin".getBytes(StandardCharsets.UTF_8);
        var header = Digest.header(Digest.hex(body));
        assertThat(Digest.verified(body, header)).isEqualTo(Digest.hex(body));
        assertThat(Digest.verified(body, "sha-512=:AA==:, " + header)).isEqualTo(Digest.hex(body));
        for (var wrong : List.of("", "sha-256=abc", Digest.header("0".repeat(64)))) {
            assertThatThrownBy(() -> Digest.verified(body, wrong)).isInstanceOf(RuntimeException.class);
        }
    }

    private static List<RawRow> csv(String text) {
        return read(new CsvRows(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RawRow> json(String text) {
        return read(new JsonRows(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RawRow> read(RawRows list) {
        List<RawRow> rows = new ArrayList<>();
        list.forEach(rows::add);
        return rows;
    }

    private static String value(RawRow row, Column column) {
        return row.values().get(column.ordinal());
    }
}
