package org.trustedtrader.platform.clock;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.mongo.ProjectionStore;
import tools.jackson.databind.json.JsonMapper;

/** This service's copy of how far the programme clock was moved; survives a restart, newest move wins. */
final class ClockOffsetStore implements ProgrammeClock.OffsetSource {

    private static final String ID = "programme";

    private final ProjectionStore views;
    private final JsonMapper json;
    private final boolean movable;
    private volatile Duration offset = Duration.ZERO;

    ClockOffsetStore(MongoDatabase database, JsonMapper json, boolean movable) {
        this.views = new ProjectionStore(database, "clock_view");
        this.json = json;
        this.movable = movable;
        reload();
    }

    @Override
    public Duration offset() {
        return offset;
    }

    void moved(Event event) {
        if (!movable) {
            return;
        }
        var seconds = json.readTree(event.data()).required("offsetSeconds").asLong();
        views.keepNewest(ID, event.version(), new Document("offsetSeconds", seconds));
        reload();
    }

    private void reload() {
        if (movable) {
            views.find(ID).ifPresent(view -> offset = Duration.ofSeconds(view.getLong("offsetSeconds")));
        }
    }
}
