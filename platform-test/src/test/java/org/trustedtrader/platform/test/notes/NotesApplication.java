package org.trustedtrader.platform.test.notes;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.platform.security.AccessTable;

/** Writes notes, and reads its own announcements as another service would. */
@SpringBootApplication
class NotesApplication {

    @Bean
    AccessTable access() {
        return AccessTable.builder()
                .allow(HttpMethod.POST, "/v1/notes", "writer")
                .allow(HttpMethod.PUT, "/v1/notes/{id}", "writer")
                .allow(HttpMethod.GET, "/v1/notes/{id}", "writer", "reader")
                .build();
    }

    record NoteView(String data) {}

    @Bean
    MongoProjection<NoteView> readNotes(MongoDatabase database) {
        return new MongoProjection<>(database, "notes_view", NoteView.class);
    }

    @Bean
    Handled handled() {
        return new Handled(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
    }

    @Bean
    Subscription ownNotes(MongoProjection<NoteView> readNotes, Handled handled) {
        return Subscription.from("notes").of("note").handledBy(event -> {
            handled.times().merge(event.id(), 1, Integer::sum);
            if (event.data().contains("poison")) {
                throw new UnprocessableEventException("the text is poison");
            }
            if (event.data().contains("fails") && handled.times().get(event.id()) < 3) {
                throw new IllegalStateException("not yet");
            }
            readNotes.keepNewest(event.aggregateId(), event.version(), new NoteView(event.data()));
            handled.understood().add(event.id());
        });
    }

    /**
     * What this process was given, in memory.
     *
     * @param times      how often each event was given to the handler
     * @param understood those of which the effect was stored
     */
    record Handled(Map<String, Integer> times, Set<String> understood) {}
}
