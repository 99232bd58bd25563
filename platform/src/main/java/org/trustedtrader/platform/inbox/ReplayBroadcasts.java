package org.trustedtrader.platform.inbox;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this replica too handle what an operator had replayed by another one, which alone would otherwise go on distrusting
 * whom the message is about. What was replayed lies in the database that replicas share; it is looked up there, so nobody
 * needs to be up at the time. Counted per message rather than remembered by time: no clock is asked.
 */
final class ReplayBroadcasts {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayBroadcasts.class);

    private final ParkedMessages parked;
    private final EventConsumers consumers;
    private final Map<String, Integer> handled = new HashMap<>();

    ReplayBroadcasts(ParkedMessages parked, EventConsumers consumers) {
        this.parked = parked;
        this.consumers = consumers;
    }

    /** What fails here is left as it was and tried again at the next look. */
    void handleNew() {
        parked.replays().forEach((id, count) -> {
            if (handled.getOrDefault(id, 0) < count && handle(id)) {
                handled.put(id, count);
            }
        });
    }

    private boolean handle(String id) {
        try {
            parked.event(id).ifPresent(consumers::replay);
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "problem=replay-elsewhere id={} reason={}", id, e.getClass().getSimpleName());
            return false;
        }
    }
}
