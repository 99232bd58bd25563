package org.trustedtrader.platform.test.notes;

import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

@Component
class Notes extends AggregateStore<Note> {

    private static final AggregateType<Note, Note.Snapshot> TYPE = AggregateType.named("note", "notes")
            .stored(Note.Snapshot.class, Note::snapshot, Note::restore)
            .published(note -> new NotePayload(note.id(), note.text()));

    Notes(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    List<Note> all(int limit) {
        return query(new Document(), null, limit);
    }

    record NotePayload(String id, String text) {}
}
