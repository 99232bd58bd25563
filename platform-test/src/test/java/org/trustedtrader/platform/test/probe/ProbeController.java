package org.trustedtrader.platform.test.probe;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import org.trustedtrader.platform.security.AccountStatus;
import org.trustedtrader.platform.tracing.TraceContext;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Name;
import org.trustedtrader.platform.web.Versioned;
import tools.jackson.databind.JsonNode;

@RestController
class ProbeController {

    private final AccountStatus accounts;
    private final TraceContext traces;

    ProbeController(AccountStatus accounts, TraceContext traces) {
        this.accounts = accounts;
        this.traces = traces;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank(message = "is needed") String name, double weight) {}

    record Thing(
            @NotBlank(message = "is needed") String name,
            int count,
            @Nullable Long large,
            @Nullable Double weight,
            @Nullable BigDecimal price,
            @Nullable Boolean open,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable LocalDate on,
            @NotNull(message = "is needed") List<@Valid Part> parts) {}

    /** With the validator's own messages, and one of the platform's bundles. */
    record NoteRequest(
            @Size(min = 1, max = 10) @Name String title,
            @NotBlank(message = "{probe.text-missing}") String text,
            @Nullable List<String> labels,
            @Nullable Map<String, String> values,
            @Nullable JsonNode tree) {}

    static final AtomicInteger CREATED = new AtomicInteger();

    record Seen(String actor, String key, String fingerprint, long expectedVersion) {

        static Seen of(Command command) {
            return new Seen(
                    command.actor().id(),
                    command.key().orElse(""),
                    command.fingerprint(),
                    command.expectedVersion().orElse(-1));
        }
    }

    @PostMapping("/v1/things")
    ResponseEntity<Thing> create(@CreateCommand Command command, @RequestBody @Valid Thing thing) {
        return Versioned.created(URI.create("/v1/things/7"), thing, 1);
    }

    @PostMapping("/v1/notes")
    ResponseEntity<NoteRequest> write(@CreateCommand Command command, @RequestBody @Valid NoteRequest note) {
        CREATED.incrementAndGet();
        return Versioned.created(URI.create("/v1/notes/7"), note, 1);
    }

    @PostMapping("/v1/things/{id}/closing")
    ResponseEntity<Seen> close(@ChangeCommand Command command) {
        return Versioned.ok(Seen.of(command), 8);
    }

    @PutMapping("/v1/things/{id}")
    ResponseEntity<Seen> change(@ChangeCommand Command command) {
        return Versioned.ok(Seen.of(command), 8);
    }

    @GetMapping("/v1/things")
    List<String> list(
            @RequestParam(defaultValue = "50") @Max(value = 200, message = "must be at most 200") int limit,
            @RequestParam(required = false) @Nullable Colour colour,
            @RequestParam(required = false) @Nullable Set<Colour> colours,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Boolean open) {
        return List.of("thing", name);
    }

    @PostMapping(path = "/v1/files", consumes = "application/pdf")
    Map<String, Integer> file(@CreateCommand Command command, @RequestBody byte[] content) {
        return Map.of("size", content.length);
    }

    @GetMapping("/v1/self")
    Map<String, Object> self(Actor actor) {
        return Map.of(
                "id",
                actor.id(),
                "company",
                actor.company().orElse(""),
                "traceparent",
                traces.current(),
                "at",
                Instant.parse("2026-11-23T12:00:00Z"));
    }

    /** Tells what it should hide: that one record exists and belongs to somebody else. */
    @GetMapping("/v1/records/{id}")
    void read(@PathVariable String id) {
        throw new Refusal.NotFound(id.equals("theirs") ? "record of yours" : "record");
    }

    @PostMapping("/v1/approval")
    void approve(Actor actor) {
        accounts.beforeGranting(actor);
    }

    @PostMapping("/v1/suspension")
    void suspend(Actor actor) {
        accounts.beforeRemoving(actor);
    }

    @GetMapping("/v1/refusals/{kind}")
    void refuse(@PathVariable String kind) {
        throw switch (kind) {
            case "not-found" -> new Refusal.NotFound("thing");
            case "invalid-input" -> new Refusal.InvalidInput("parts[0].name", "is too long");
            case "wrong-state" -> new Refusal.WrongState("close", "DRAFT", "OPEN");
            case "thing-incomplete" ->
                new Refusal.RuleBroken(
                        "thing-incomplete", "Something is missing.", List.of(new Violation("parts", "has none")));
            case "not-allowed" -> new Refusal.NotAllowed("You opened it yourself.");
            case "stale-version" -> new Refusal.StaleVersion(3, 4);
            case "idempotency-key-reused" -> new Refusal.KeyReused();
            case "already-exists" -> new Refusal.AlreadyExists("thing");
            case "unavailable" -> new Refusal.Unavailable("The tower does not answer.");
            case "database-away" -> new MongoTimeoutException("no server of db.internal.example answers");
            default -> new IllegalStateException("secret of " + ProbeController.class.getName());
        };
    }
}
