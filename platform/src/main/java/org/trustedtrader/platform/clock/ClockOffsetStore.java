package org.trustedtrader.platform.clock;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.mongo.MongoProjection;
import tools.jackson.databind.json.JsonMapper;

/** This service's copy of how far the programme clock was moved; survives a restart, newest move wins. */
final class ClockOffsetStore implements ProgrammeClock.OffsetSource {

    private static final String ID = "programme";

    private final MongoProjection<View> views;
    private final JsonMapper json;
    private final boolean movable;
    private volatile View known = new View(0, List.of());

    /** @param movements the latest ones that are known, oldest first */
    record View(long offsetSeconds, List<Movement> movements) {

        Instant machineTime(Instant programme) {
            var before = movements.isEmpty() ? offsetSeconds : 0;
            for (var movement : movements) {
                if (programme.isBefore(movement.movedAt().plusSeconds(before))) {
                    break;
                }
                if (programme.isBefore(movement.movedAt().plusSeconds(movement.offsetSeconds()))) {
                    return movement.movedAt();
                }
                before = movement.offsetSeconds();
            }
            return programme.minusSeconds(before);
        }
    }

    /** @param movedAt machine time */
    record Movement(Instant movedAt, long offsetSeconds) {}

    ClockOffsetStore(MongoDatabase database, JsonMapper json, boolean movable) {
        this.views = new MongoProjection<>(database, "clock_view", View.class);
        this.json = json;
        this.movable = movable;
        reload();
    }

    @Override
    public Duration offset() {
        return Duration.ofSeconds(known.offsetSeconds());
    }

    @Override
    public Instant machineTime(Instant programme) {
        return known.machineTime(programme);
    }

    void moved(Event event) {
        if (!movable) {
            return;
        }
        var data = json.readTree(event.data());
        var movements = data.path("movements")
                .valueStream()
                .map(one -> new Movement(
                        Instant.parse(one.required("movedAt").asString()),
                        one.required("offsetSeconds").asLong()))
                .toList();
        views.keepNewest(
                ID, event.version(), new View(data.required("offsetSeconds").asLong(), movements));
        reload();
    }

    private void reload() {
        if (movable) {
            views.find(ID).ifPresent(view -> known = view);
        }
    }
}
