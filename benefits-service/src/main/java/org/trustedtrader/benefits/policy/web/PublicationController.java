package org.trustedtrader.benefits.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.policy.PublishPolicy;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/policies/{version}")
@Tag(name = "Policies")
class PublicationController {

    private final PublishPolicy policies;
    private final PolicyViews shelf;

    PublicationController(PublishPolicy policies, PolicyViews shelf) {
        this.policies = policies;
        this.shelf = shelf;
    }

    record Withdrawal(
            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "{benefits.policy.reason-code}")
            String reasonCode) {}

    @PostMapping("/publication")
    @Operation(
            summary = "Publish a proposed version",
            description =
                    "From its effectiveFrom on it rules; that cannot be undone, only succeeded by a later version."
                            + " 403 for the proposer. 409 if it is not PROPOSED any more, if its time comes too soon or has"
                            + " passed, or if another version is in force from the same time.")
    ResponseEntity<PolicyView> publish(@PathVariable String version, @ChangeCommand Command command) {
        var published = policies.publish(version, command);
        return Versioned.ok(shelf.view(published), published.version());
    }

    @PostMapping("/withdrawal")
    @Operation(
            summary = "Withdraw a proposed version",
            description = "It stays on record and its name stays taken. 409 if it is not PROPOSED any more.")
    ResponseEntity<PolicyView> withdraw(
            @PathVariable String version, @Valid @RequestBody Withdrawal request, @ChangeCommand Command command) {
        var withdrawn = policies.withdraw(version, request.reasonCode(), command);
        return Versioned.ok(shelf.view(withdrawn), withdrawn.version());
    }
}
