package org.trustedtrader.platform.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.clock.ProgrammeClock;
import org.trustedtrader.platform.inbox.ParkedMessages;
import org.trustedtrader.platform.inbox.ReplayParkedMessage;
import org.trustedtrader.platform.outbox.OutboxRelay;

/** What operators ask of this service; auditors may look. */
@RestController
@RequestMapping("/v1/operations/${spring.application.name}")
@Tag(name = "operations", description = "For operators; auditors may read")
class OperationsController {

    private static final int SHOWN = 200;

    private final ParkedMessages parked;
    private final ReplayParkedMessage replay;
    private final OutboxRelay relay;
    private final ProgrammeClock clock;

    OperationsController(ParkedMessages parked, ReplayParkedMessage replay, OutboxRelay relay, ProgrammeClock clock) {
        this.parked = parked;
        this.replay = replay;
        this.relay = relay;
        this.clock = clock;
    }

    record ParkedMessageList(List<ParkedMessages.Parked> items) {}

    record Announcing(List<OutboxRelay.PublishFailure> troubles) {}

    /** @param now programme time, UTC */
    record Clock(Instant now, long offsetSeconds) {}

    @GetMapping("/parked")
    @Operation(
            summary = "Messages that could not be handled",
            description = "Newest first, at most 200, with the reason; those already replayed come last.")
    ParkedMessageList parked() {
        return new ParkedMessageList(parked.list(SHOWN));
    }

    @PostMapping("/parked/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Handle a parked message once more",
            description = "Recorded with your id. Replaying twice does no harm. 404 if there is no such message, 409"
                    + " replay-failed if it fails again, not-consumed if the service takes no such events"
                    + " any more; it then stays parked.")
    void replay(@PathVariable String id, Actor operator) {
        replay.replay(id, operator);
    }

    @GetMapping("/outbox")
    @Operation(
            summary = "Aggregates whose events could not be sent",
            description = "Each with failures in a row, the last reason, and until when it is set aside (UTC).")
    Announcing outbox() {
        return new Announcing(relay.failures());
    }

    @GetMapping("/clock")
    @Operation(
            summary = "Programme time as this service sees it",
            description = "UTC, and seconds ahead of machine time.")
    Clock clock() {
        return new Clock(clock.instant(), clock.offset().toSeconds());
    }
}
