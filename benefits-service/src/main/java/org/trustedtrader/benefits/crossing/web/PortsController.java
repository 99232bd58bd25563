package org.trustedtrader.benefits.crossing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Port;

@RestController
@RequestMapping("/v1/ports")
@Tag(name = "Crossings")
class PortsController {

    private final Policies policies;
    private final Clock clock;

    PortsController(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    record PortsView(String policyVersion, List<PortView> items) {}

    record PortView(String code, String en, String fr, String mode, String direction, boolean fastLane) {

        static PortView of(Port port) {
            return new PortView(
                    port.code(),
                    port.name().en(),
                    port.name().fr(),
                    port.mode().name(),
                    port.direction().name(),
                    port.fastLane());
        }
    }

    @GetMapping
    @Operation(summary = "The ports that the policy in force names")
    PortsView list() {
        var policy = policies.at(clock.millis());
        return new PortsView(
                policy.version(), policy.ports().stream().map(PortView::of).toList());
    }
}
