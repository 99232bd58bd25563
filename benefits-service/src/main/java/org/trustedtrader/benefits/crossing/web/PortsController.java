package org.trustedtrader.benefits.crossing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.border.eligibility.PoliciesInForce;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Port;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ParameterNames;

@RestController
@RequestMapping("/v1/ports")
@Tag(name = "Crossings")
class PortsController {

    private static final Duration REACH = Duration.ofDays(3650);

    private final PoliciesInForce policies;
    private final Clock clock;

    PortsController(PoliciesInForce policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    record PortsView(String policyVersion, List<PortView> items) {}

    record PortView(
            String code,
            String en,
            String fr,
            String mode,
            String direction,
            boolean fastLane,
            List<String> modes,
            List<String> directions) {

        static PortView of(Port port) {
            return new PortView(
                    port.code(),
                    port.name().en(),
                    port.name().fr(),
                    port.mode().name(),
                    port.direction().name(),
                    port.fastLane(),
                    Stream.of(Mode.values())
                            .filter(mode -> port.handles(mode, port.direction()))
                            .map(Enum::name)
                            .toList(),
                    Stream.of(Direction.values())
                            .filter(way -> port.handles(port.mode(), way))
                            .map(Enum::name)
                            .toList());
        }
    }

    @GetMapping
    @Operation(
            summary = "The ports that the policy in force names",
            description =
                    "`asOf` (UTC, optional; `at` is another name) asks for those of another time, past or to come, at most ten years away.")
    PortsView list(
            @RequestParam(required = false) @Nullable Instant asOf,
            @Parameter(deprecated = true, description = "Another name of asOf")
                    @RequestParam(required = false)
                    @Nullable
                    Instant at) {
        var time = orNow(ParameterNames.either("asOf", asOf, "at", at));
        var policy = policies.policies().at(time.toEpochMilli());
        return new PortsView(
                policy.version(), policy.ports().stream().map(PortView::of).toList());
    }

    private Instant orNow(@Nullable Instant at) {
        var now = clock.instant();
        if (at == null) {
            return now;
        }
        if (Duration.between(now, at).abs().compareTo(REACH) > 0) {
            throw new Refusal.InvalidInput("asOf", Message.of("benefits.crossing.as-of", REACH.toDays()));
        }
        return at;
    }
}
