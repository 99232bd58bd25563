package org.trustedtrader.platform.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.ProposeVersion;
import org.trustedtrader.platform.publication.PublishVersion;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Versioned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of one kind of document over HTTP. What a version would change differs from kind to kind: a controller of one kind
 * adds its preview.
 */
public abstract class DocumentController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Documents documents;
    private final Clock clock;

    protected DocumentController(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What is needed to publish one kind of document.
     *
     * @param path where its versions are read: {@code /v1/programme-policies}
     */
    public record Documents(
            String path,
            DocumentSchema schema,
            PublishedDocuments<?> published,
            ProposeVersion propose,
            PublishVersion publish) {}

    public record WithdrawalRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "{publication.reason-code}")
            String reasonCode) {}

    @PostMapping
    @Operation(
            summary = "Propose a version",
            description =
                    "The body is the whole document; docs/policy.md explains every field. It counts for nothing until another"
                            + " officer publishes it. 422 with the JSON path of each thing that is wrong, also for a name or a"
                            + " time in use or past; 409 already-exists for a name that was proposed before.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    public ResponseEntity<DocumentView> propose(@RequestBody JsonNode document, @CreateCommand Command command) {
        var version = documents.propose().propose(documents.schema().draft(document), command);
        return Versioned.created(URI.create(documents.path() + "/" + version.id()), view(version), version.version());
    }

    @GetMapping
    @Operation(
            summary = "All versions, or the one in force on a day",
            description =
                    "Those shipped with the program and all that were ever proposed, by the time from which each is or would be in"
                            + " force. With `on`, only the one in force at the end of that day of the programme's zone.")
    public DocumentView.DocumentsView list(@RequestParam(required = false) @Nullable LocalDate on) {
        var at = on == null ? clock.instant() : BusinessCalendar.endOf(on, BusinessCalendar.PROGRAMME_ZONE);
        var inForce = documents.published().at(at).version();
        var proposed = documents.published().versions().all();
        var items = Stream.concat(
                        documents.published().shipped().stream().map(one -> DocumentView.of(one, inForce)),
                        proposed.stream().map(one -> DocumentView.of(one, inForce)))
                .filter(one -> on == null || one.inForce())
                .sorted(Comparator.comparing(DocumentView::effectiveFrom).thenComparing(DocumentView::version))
                .toList();
        return new DocumentView.DocumentsView(inForce, items);
    }

    @GetMapping("/{version}")
    @Operation(
            summary = "Read a version",
            description = "The document as it was proposed; the ETag is for If-Match. 404 if there is none.")
    public ResponseEntity<JsonNode> read(@PathVariable String version, Actor actor) {
        var shipped = documents.published().shipped(version);
        if (shipped.isPresent()) {
            return Versioned.ok(JSON.readTree(shipped.get().file()), 0);
        }
        var found = documents.published().versions().visible(version, actor);
        return Versioned.ok(JSON.readTree(found.draft().file()), found.version());
    }

    @GetMapping("/{version}/history")
    @Operation(
            summary = "Who proposed, published or withdrew a version, when and why",
            description = "404 for a version that ships with the program: nobody decided on it here.")
    public HistoryView history(@PathVariable String version, Actor actor) {
        var versions = documents.published().versions();
        return HistoryView.of(versions.history(versions.visible(version, actor).id()), actor);
    }

    @PostMapping("/{version}/publication")
    @Operation(
            summary = "Publish a proposed version",
            description =
                    "From its effectiveFrom on it is in force; that cannot be undone, only succeeded by a later version. 409"
                            + " decided-by-someone-else for the proposer, wrong-state if it is not PROPOSED any more, …-too-late if"
                            + " its time comes too soon or has passed, …-date-taken if another version is in force from the same time.")
    public ResponseEntity<DocumentView> publish(@PathVariable String version, @ChangeCommand Command command) {
        var published = documents.publish().publish(version, command);
        return Versioned.ok(view(published), published.version());
    }

    @PostMapping("/{version}/withdrawal")
    @Operation(
            summary = "Withdraw a proposed version",
            description =
                    "It stays on record and its name stays taken. 409 wrong-state if it is not PROPOSED any more.")
    public ResponseEntity<DocumentView> withdraw(
            @PathVariable String version,
            @Valid @RequestBody WithdrawalRequest request,
            @ChangeCommand Command command) {
        var withdrawn = documents.publish().withdraw(version, request.reasonCode(), command);
        return Versioned.ok(view(withdrawn), withdrawn.version());
    }

    private DocumentView view(DocumentVersion version) {
        return DocumentView.of(
                version, documents.published().at(clock.instant()).version());
    }
}
