package org.trustedtrader.benefits.recognition.export.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.export.ExportedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Our list in the form in which partners' lists come: CSV after RFC 4180, or JSON. The same rows give the same bytes. */
final class ExportText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CsvMapper CSV = CsvMapper.builder().build();
    private static final CsvSchema SCHEMA = schema();

    private ExportText() {}

    static byte[] csv(List<ExportedMember> members) {
        return CSV.writer(SCHEMA)
                .writeValueAsString(members.stream().map(ExportText::fields).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] json(List<ExportedMember> members) {
        return JSON.writeValueAsBytes(
                Map.of("members", members.stream().map(ExportText::fields).toList()));
    }

    private static Map<String, String> fields(ExportedMember member) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var column : Column.values()) {
            fields.put(column.label(), value(member, column));
        }
        return fields;
    }

    private static String value(ExportedMember member, Column column) {
        var details = member.details();
        return switch (column) {
            case TIN -> member.tin();
            case NAME -> details.name();
            case ADDRESS -> details.address();
            case COUNTRY -> details.country();
            case PROGRAMME -> details.programme();
            case ROLE -> details.roles().stream().sorted().collect(Collectors.joining(";"));
            case STATUS -> member.status().name();
            case STATUS_DATE -> details.statusDate().toString();
            case AUTHORISATION_DATE -> details.authorisationDate().toString();
            case END_DATE -> details.endDate() == null ? "" : details.endDate().toString();
        };
    }

    private static CsvSchema schema() {
        var schema = CsvSchema.builder();
        for (var column : Column.values()) {
            schema.addColumn(column.label());
        }
        return schema.setUseHeader(true).setLineSeparator("\r\n").build();
    }
}
