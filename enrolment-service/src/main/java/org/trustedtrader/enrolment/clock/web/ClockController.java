package org.trustedtrader.enrolment.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.clock.ClockMovements;
import org.trustedtrader.enrolment.clock.MoveProgrammeClock;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.clock.ProgrammeClock;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/programme-clock")
class ClockController {

    private final MoveProgrammeClock move;
    private final ProgrammeClock clock;

    ClockController(MoveProgrammeClock move, ProgrammeClock clock) {
        this.move = move;
        this.clock = clock;
    }

    /** How far to move the clock forwards: whole days or seconds, one of the two. */
    record MovementRequest(
            @Nullable @Min(1) @Max(3660) Long days,

            @Nullable @Min(1) @Max(316_224_000) Long seconds) {

        Duration forward() {
            if ((days == null) == (seconds == null)) {
                throw new Refusal.InvalidInput("days", Message.of("enrolment.clock.days-or-seconds"));
            }
            return days != null ? Duration.ofDays(days) : Duration.ofSeconds(seconds == null ? 0 : seconds);
        }
    }

    /** The programme's time, UTC, and how many seconds it is ahead of the machine's. */
    record ClockView(Instant now, long offsetSeconds, boolean movable) {}

    @GetMapping
    @Operation(summary = "Read the programme's time", description = "UTC.")
    ClockView read() {
        return new ClockView(clock.instant(), clock.offset().toSeconds(), move.movable());
    }

    @PostMapping("/movements")
    @Operation(
            summary = "Move the programme's time forwards",
            description =
                    "In a demonstration only, otherwise 409 clock-not-movable. The services follow within moments:"
                            + " read the clock until it shows the new offset.")
    ResponseEntity<ClockView> move(@Valid @RequestBody MovementRequest request, @CreateCommand Command command) {
        ClockMovements moved = move.by(request.forward(), command);
        var ahead = Duration.ofSeconds(moved.offsetSeconds());
        var view =
                new ClockView(clock.instant().minus(clock.offset()).plus(ahead), moved.offsetSeconds(), move.movable());
        return Versioned.created(URI.create("/v1/programme-clock"), view, moved.version());
    }
}
