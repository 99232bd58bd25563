package org.trustedtrader.platform.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Collects what of MongoDB the program uses: commands, their options, operators and kinds of index. Each is one line such as
 * {@code command find} or {@code operator $set}, also written to {@code target/mongodb-surface.txt}.
 */
final class MongoCommandLog implements CommandListener {

    static final MongoCommandLog SEEN = new MongoCommandLog();

    private static final Set<String> OF_THE_DRIVER =
            Set.of("lsid", "$db", "$clusterTime", "$readPreference", "txnNumber");
    private static final Path FILE = Path.of("target", "mongodb-surface.txt");

    private final Set<String> lines = new ConcurrentSkipListSet<>();

    private MongoCommandLog() {}

    Set<String> lines() {
        return new TreeSet<>(lines);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        BsonDocument command = event.getCommand();
        note("command " + name);
        command.forEach((option, value) -> {
            if (!option.equals(name) && !OF_THE_DRIVER.contains(option)) {
                note("option " + name + "." + option);
                operators(value);
            }
        });
        if (name.equals("createIndexes")) {
            command.getArray("indexes").forEach(index -> index(index.asDocument()));
        }
        if (name.equals("update") || name.equals("delete")) {
            command.getArray(name + "s", new BsonArray())
                    .forEach(statement -> statement
                            .asDocument()
                            .keySet()
                            .forEach(option -> note("option " + name + "." + name + "s." + option)));
        }
    }

    private void index(BsonDocument index) {
        index.getDocument("key").values().forEach(kind -> note("index " + kind(kind)));
        index.keySet().stream()
                .filter(option -> !option.equals("key") && !option.equals("name"))
                .forEach(option -> note("index " + option));
        if (index.getDocument("key").size() > 1) {
            note("index compound");
        }
    }

    private static String kind(BsonValue kind) {
        return kind.isNumber()
                ? (kind.asNumber().intValue() > 0 ? "ascending" : "descending")
                : kind.asString().getValue();
    }

    private void operators(BsonValue value) {
        if (value.isDocument()) {
            value.asDocument().forEach((key, inner) -> {
                if (key.startsWith("$") && !key.equals("$db")) {
                    note("operator " + key);
                }
                operators(inner);
            });
        } else if (value.isArray()) {
            value.asArray().forEach(this::operators);
        }
    }

    private void note(String line) {
        if (lines.add(line)) {
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
