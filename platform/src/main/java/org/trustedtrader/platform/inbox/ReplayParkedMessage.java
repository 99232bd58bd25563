package org.trustedtrader.platform.inbox;

import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Lets a parked message be handled once more, on an operator's word. */
public final class ReplayParkedMessage {

    private final ParkedMessages parked;
    private final EventConsumers consumers;

    ReplayParkedMessage(ParkedMessages parked, EventConsumers consumers) {
        this.parked = parked;
        this.consumers = consumers;
    }

    /** @throws Refusal.RuleBroken if it fails again, or if nothing consumes its kind any more; it then stays parked */
    public void replay(String id, Actor operator) {
        var event = parked.event(id).orElseThrow(() -> new Refusal.NotFound("parked event"));
        if (!consumers.consumes(event)) {
            throw new Refusal.RuleBroken(
                    "not-consumed", Message.of("parked.not-consumed", event.source(), event.subject()));
        }
        try {
            consumers.replay(event);
        } catch (Refusal.NotFound e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Refusal.RuleBroken(
                    "replay-failed", Message.of("parked.failed-again", String.valueOf(e.getMessage())));
        }
        parked.replayed(id, operator.id());
    }
}
