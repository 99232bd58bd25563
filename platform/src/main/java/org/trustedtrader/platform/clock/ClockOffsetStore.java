package org.trustedtrader.platform.clock;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.mongo.MongoProjection;
import tools.jackson.databind.json.JsonMapper;

/** This service's copy of how far the programme clock was moved; survives a restart, newest move wins. */
final class ClockOffsetStore implements ProgrammeClock.OffsetSource {

    private static final String ID = "programme";

    private final MongoProjection<View> views;
    private final JsonMapper json;
    private final boolean movable;
    private volatile Duration offset = Duration.ZERO;

    private record View(long offsetSeconds) {}

    ClockOffsetStore(MongoDatabase database, JsonMapper json, boolean movable) {
        this.views = new MongoProjection<>(database, "clock_view", View.class);
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
        views.keepNewest(ID, event.version(), new View(seconds));
        reload();
    }

    private void reload() {
        if (movable) {
            views.find(ID).ifPresent(view -> offset = Duration.ofSeconds(view.offsetSeconds()));
        }
    }
}
