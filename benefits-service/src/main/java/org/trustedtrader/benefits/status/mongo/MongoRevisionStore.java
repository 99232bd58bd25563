package org.trustedtrader.benefits.status.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.border.trader.Revision;

/**
 * Companies' and cards' files lie in {@code known_files}. Those of memberships without a known company lie in
 * {@code known_orphans}: they are few, and a start asks for all of them.
 */
@Component
final class MongoRevisionStore implements RevisionStore {

    private static final String NAME = "name";

    private final MongoCollection<Document> named;
    private final RevisionFiles files;
    private final RevisionFiles orphans;

    MongoRevisionStore(MongoDatabase database) {
        this.named = database.getCollection("known_files");
        this.files = new RevisionFiles(named);
        this.orphans = new RevisionFiles(database.getCollection("known_orphans"));
    }

    @Override
    public Map<String, List<Revision>> append(Map<String, List<Revision>> added) {
        Map<RevisionFiles, Map<String, List<Revision>>> parts = new HashMap<>();
        added.forEach((file, states) ->
                parts.computeIfAbsent(where(file), _ -> new HashMap<>()).put(file, states));
        Map<String, List<Revision>> all = new HashMap<>();
        parts.forEach((where, part) -> all.putAll(where.append(part)));
        return all;
    }

    @Override
    public List<Revision> read(String file) {
        return where(file).read(file);
    }

    @Override
    public List<String> orphans() {
        return orphans.names().stream().filter(Revision::isSubject).toList();
    }

    /** The first caller generates it; it is kept beside the files. */
    @Override
    public String name() {
        var found = named.find(Filters.eq("_id", NAME)).first();
        if (found == null) {
            files.begin(new Document("_id", NAME).append(NAME, UUID.randomUUID().toString()));
            found = Objects.requireNonNull(named.find(Filters.eq("_id", NAME)).first());
        }
        return found.getString(NAME);
    }

    @Override
    public void forEach(BiConsumer<String, List<Revision>> consumer) {
        files.forEach(Filters.ne("_id", NAME), consumer);
        orphans.forEach(new Document(), consumer);
    }

    private RevisionFiles where(String file) {
        return file.startsWith(Revision.MEMBERSHIP) ? orphans : files;
    }
}
