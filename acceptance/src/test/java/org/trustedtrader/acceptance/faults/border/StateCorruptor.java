package org.trustedtrader.acceptance.faults.border;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/** Spoils what the border service has stored. */
final class StateCorruptor {

    private final String uri;
    private final String database;

    StateCorruptor(String uri, String database) {
        this.uri = uri;
        this.database = database;
    }

    /**
     * The newest stored state of each membership, a loss, becomes unreadable; a reader that skips it would find
     * the benefits before it. @return how many were altered
     */
    int spoilNewest(List<Trader> traders) {
        var spoilt = 0;
        try (var client = MongoClients.create(uri)) {
            var files = client.getDatabase(database).getCollection("known_files");
            for (var trader : traders) {
                var file = "company/" + trader.bn9();
                var found = files.find(Filters.eq("_id", file)).first();
                if (found == null) {
                    continue;
                }
                var key = newest(
                        found.getList("states", Document.class),
                        trader.membership().subject());
                var garbage = spoilt % 2 == 0 ? new Document("kind", "membership").append("status", 7) : "no document";
                files.updateOne(
                        Filters.and(Filters.eq("_id", file), Filters.eq("states.key", key)),
                        Updates.set("states.$.fact", garbage));
                spoilt++;
            }
        }
        return spoilt;
    }

    private static String newest(List<Document> states, String subject) {
        return states.stream()
                .filter(state -> state.getString("subject").equals(subject))
                .max((one, other) -> Long.compare(one.getLong("version"), other.getLong("version")))
                .map(state -> state.getString("key"))
                .orElse("");
    }
}
