package org.trustedtrader.benefits.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.policy.PreviewPolicy;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.publication.ProposeVersion;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/policies")
@Tag(name = "Policies")
class PolicyController {

    private final ProposeVersion proposals;
    private final PreviewPolicy previews;
    private final PolicyFileParser bodies;
    private final PolicyViews shelf;

    PolicyController(ProposeVersion proposals, PreviewPolicy previews, PolicyFileParser bodies, PolicyViews shelf) {
        this.proposals = proposals;
        this.previews = previews;
        this.bodies = bodies;
        this.shelf = shelf;
    }

    @PostMapping
    @Operation(
            summary = "Propose a version of the rules",
            description =
                    "The body is the policy file; docs/policy.md explains every field. It counts for nothing until"
                            + " somebody else publishes it. 422 with a JSON path for each thing that is wrong.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ResponseEntity<PolicyView> propose(@RequestBody JsonNode file, @CreateCommand Command command) {
        var version = proposals.propose(bodies.draft(file), command);
        return Versioned.created(URI.create("/v1/policies/" + version.id()), shelf.view(version), version.version());
    }

    @GetMapping
    @Operation(
            summary = "All versions of the rules",
            description =
                    "Those shipped with the program and all that were ever proposed, with their states, by the time"
                            + " from which each is or would be in force.")
    PolicyViews.PoliciesView list() {
        return shelf.all();
    }

    @GetMapping("/{version}")
    @Operation(
            summary = "Read the file of a version",
            description = "The policy file as it was proposed; the ETag is for If-Match. 404 if there is none.")
    ResponseEntity<JsonNode> read(@PathVariable String version, Actor actor) {
        return shelf.file(version, actor);
    }

    @PostMapping("/{version}/preview")
    @Operation(
            summary = "What a version would change",
            description =
                    "Compared with the version that would be in force at its time otherwise: how many of the traders"
                            + " known now would gain or lose which benefit in which part, ports added, removed or changed, and what"
                            + " benefits would ask of crossings. Changes nothing and needs no Idempotency-Key.")
    PreviewView preview(@PathVariable String version, Actor actor) {
        return PreviewView.of(previews.preview(version, actor));
    }
}
