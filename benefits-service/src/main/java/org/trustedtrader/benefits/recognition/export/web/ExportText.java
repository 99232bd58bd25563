package org.trustedtrader.benefits.recognition.export.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.export.ExportedMember;
import org.trustedtrader.platform.web.Csv;
import tools.jackson.databind.json.JsonMapper;

/** Our list in the form in which partners' lists come: CSV after RFC 4180, or JSON. The same rows give the same bytes. */
final class ExportText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportText() {}

    static byte[] csv(List<ExportedMember> members) {
        try (var csv = new Csv(Stream.of(Column.values()).map(Column::label).toList())) {
            members.forEach(member -> csv.add(List.copyOf(fields(member).values())));
            return csv.toBytes();
        }
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
}
