package org.trustedtrader.benefits.recognition.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.Column;
import org.trustedtrader.benefits.recognition.RawRow;
import org.trustedtrader.benefits.recognition.RawRows;
import org.trustedtrader.benefits.recognition.RowCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** A list as JSON: {@code {"members": [{"tin": "…", …}, …]}}, every value a text. */
final class JsonRows implements RawRows {

    private static final int LONGEST_FIELD = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_FIELD)
                            .maxNestingDepth(8)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final byte[] body;

    JsonRows(byte[] body) {
        this.body = body;
    }

    @Override
    public void forEach(Consumer<RawRow> consumer) {
        try (var parser = JSON.createParser(body)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            if (!"members".equals(parser.nextName())) {
                throw ListBody.unreadable("benefits.list.members");
            }
            expect(parser.nextToken(), JsonToken.START_ARRAY);
            for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                consumer.accept(row(number, parser));
            }
            expect(parser.nextToken(), JsonToken.END_OBJECT);
            expect(parser.nextToken(), null);
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw ListBody.unreadable("benefits.list.json-at-line", Math.max(line, 1));
        }
    }

    private static RawRow row(int number, JsonParser parser) {
        var values = new ArrayList<>(Collections.nCopies(Column.COUNT, ""));
        List<String> texts = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            collectTexts(parser, texts);
            return new RawRow(number, values, RowCode.NOT_TEXT, texts);
        }
        @Nullable RowCode fault = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var column = Column.labelled(parser.currentName());
            var token = parser.nextToken();
            if (column.isEmpty()) {
                fault = RowCode.FIELD_UNKNOWN;
            } else if (token == JsonToken.VALUE_STRING) {
                values.set(column.get().ordinal(), parser.getString());
            } else if (token != JsonToken.VALUE_NULL) {
                fault = RowCode.NOT_TEXT;
            }
            collectTexts(parser, texts);
        }
        return new RawRow(number, values, fault, texts);
    }

    /** Of the value that begins here, with all that lies in it; the parser stands at its end afterwards. */
    private static void collectTexts(JsonParser parser, List<String> texts) {
        int depth = 0;
        while (true) {
            var token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                texts.add(parser.getString());
            }
            if (depth == 0) {
                return;
            }
            parser.nextToken();
        }
    }

    private static void expect(@Nullable JsonToken found, @Nullable JsonToken wanted) {
        if (found != wanted) {
            throw ListBody.unreadable("benefits.list.members");
        }
    }
}
