package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/**
 * Holds stored forms against documents in git ({@code src/test/resources}, extended JSON), so that nobody changes what lies in
 * databases without seeing it. A file that is not there yet is written and the test fails once: look at the file, then commit
 * it. A file that differs on purpose is deleted first; then older documents need a default, a new name or a migration.
 */
public final class GoldenDocuments {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final JsonWriterSettings READABLE = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .int64Converter((value, writer) -> writer.writeRaw("{\"$numberLong\": \"" + value + "\"}"))
            .indent(true)
            .build();

    private GoldenDocuments() {}

    /** Checks that the aggregate's state is stored as in the file, and that the file restores to what is stored likewise. */
    public static <A extends Aggregate> void matches(AggregateType<A, ?> type, A aggregate, String file) {
        var golden = matches(type.state(aggregate), file);
        var unknown = new ArrayList<String>();
        var restored = type.restore(stored(aggregate), golden, unknown::add);
        assertThat(unknown).as("fields of " + file + " that are not read").isEmpty();
        assertThat(json(type.state(restored))).as("restored and stored again").isEqualTo(json(golden));
    }

    /** Checks that the record is stored as in the file, and that the file is read as the record. */
    public static <V extends Record> void matches(RecordCodec<V> codec, V view, String file) {
        var golden = matches(codec.write(view), file);
        var unknown = new ArrayList<String>();
        assertThat(codec.read(golden, unknown::add)).isEqualTo(view);
        assertThat(unknown).as("fields of " + file + " that are not read").isEmpty();
    }

    /**
     * Checks that a document of an older version is read, that nothing of it is left unread, and that storing it again changes
     * nothing of it: fields may only be added.
     */
    public static <A extends Aggregate> A isRead(AggregateType<A, ?> type, Aggregate.Stored stored, String file) {
        var before = parsed(file);
        var unknown = new ArrayList<String>();
        var restored = type.restore(stored, before, unknown::add);
        assertThat(unknown).as("fields of " + file + " that are not read").isEmpty();
        assertKept(before, type.state(restored), file);
        return restored;
    }

    /** The record of a document of an older version, of which nothing is left unread. */
    public static <V extends Record> V isRead(RecordCodec<V> codec, String file) {
        var before = parsed(file);
        var unknown = new ArrayList<String>();
        var record = codec.read(before, unknown::add);
        assertThat(unknown).as("fields of " + file + " that are not read").isEmpty();
        assertKept(before, codec.write(record), file);
        return record;
    }

    /** Checks that the later document holds all that the earlier one does; it may hold more fields. */
    static void assertKept(Document before, Document after, String where) {
        before.forEach((field, value) -> assertKept(value, after.get(field), where + ": " + field));
    }

    private static void assertKept(@Nullable Object before, @Nullable Object after, String where) {
        if (before instanceof Document earlier && after instanceof Document later) {
            assertKept(earlier, later, where);
        } else if (before instanceof List<?> earlier && after instanceof List<?> later) {
            assertThat(later).as(where).hasSameSizeAs(earlier);
            for (int i = 0; i < earlier.size(); i++) {
                assertKept(earlier.get(i), later.get(i), where + "[" + i + "]");
            }
        } else {
            assertThat(after).as(where).isEqualTo(before);
        }
    }

    private static Document parsed(String file) {
        try {
            return Document.parse(Files.readString(RESOURCES.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document matches(Document written, String file) {
        var path = RESOURCES.resolve(file);
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, json(written) + "\n");
                throw new AssertionError(path + " was not there and has been written: look at it and commit it");
            }
            var golden = Document.parse(Files.readString(path));
            assertThat(json(written)).as(file).isEqualTo(json(golden));
            return golden;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Aggregate.Stored stored(Aggregate aggregate) {
        return new Aggregate.Stored(aggregate.id(), Math.max(1, aggregate.version()), aggregate.seen());
    }

    private static String json(Document document) {
        return ((Document) sorted(document)).toJson(READABLE);
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var byName = new TreeMap<String, Object>();
                map.forEach((name, one) -> byName.put(name.toString(), sorted(one)));
                yield new Document(byName);
            }
            case List<?> list -> list.stream().map(GoldenDocuments::sorted).toList();
            default -> value;
        };
    }
}
