package org.trustedtrader.platform.test.notes;

import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

@Component
class Notes extends AggregateStore<Note> {

    Notes(AggregateStoreFactory shared) {
        super(new Mapping(), shared);
    }

    List<Note> all(int limit) {
        return query(new Document(), null, limit);
    }

    record Announced(String id, String text) {}

    private static final class Mapping implements AggregateMapping<Note> {

        @Override
        public String aggregate() {
            return "note";
        }

        @Override
        public String collection() {
            return "notes";
        }

        @Override
        public Document state(Note note) {
            return new Document("owner", note.owner()).append("text", note.text());
        }

        @Override
        public Note restore(Aggregate.Stored stored, Document state) {
            return new Note(stored, state.getString("owner"), state.getString("text"));
        }

        @Override
        public Object announcement(Note note) {
            return new Announced(note.id(), note.text());
        }
    }
}
