package org.trustedtrader.enrolment.drivercard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch;
import org.trustedtrader.enrolment.drivercard.DriverCardBatches;
import org.trustedtrader.enrolment.drivercard.RegisterBatch;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

/** Driver cards in bulk: one officer proposes the rows, another one registers or refuses all of them. */
@RestController
@RequestMapping("/v1/driver-card-batches")
@Tag(name = "Driver cards")
class DriverCardBatchController {

    private static final String PROPOSAL =
            "Another officer registers them. All rows are checked, and nothing is proposed while"
                    + " one is wrong: 422 names everything, as `rows[0].number` (rows count from 0, without the header): a number that"
                    + " stands there twice or is registered, a holder that is no registered company, dates out of range. At most"
                    + " 500 rows (a setting).";

    private final DriverCardBatches batches;
    private final RegisterBatch register;

    DriverCardBatchController(DriverCardBatches batches, RegisterBatch register) {
        this.batches = batches;
        this.register = register;
    }

    /**
     * A card to register, as text, so that everything that is wrong can be told together.
     *
     * @param programme FAST or CDRP
     * @param validFrom ISO 8601, as {@code validUntil}
     * @param holder    business number; left out for a driver of no single company
     */
    record BatchRowRequest(
            @Nullable @Size(max = 64) String number,
            @Nullable @Size(max = 64) String programme,
            @Nullable @Size(max = 64) String validFrom,
            @Nullable @Size(max = 64) String validUntil,
            @Nullable @Size(max = 64) String holder) {

        RegisterBatch.Row toRow() {
            return new RegisterBatch.Row(number, programme, validFrom, validUntil, holder);
        }
    }

    /** @param reason where the rows come from, for officers */
    record BatchRequest(
            @NotBlank @Size(max = 1000) String reason,
            @NotNull List<@Valid @NotNull BatchRowRequest> rows) {}

    /** @param reason for officers */
    record BatchDecisionRequest(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * A batch in a list; times in UTC.
     *
     * @param carriedOutAt since when all its cards are registered; null until then
     */
    record BatchSummaryView(
            String batchId,
            DriverCardBatch.State state,
            int cards,
            String proposedBy,
            Instant proposedAt,
            @Nullable Instant carriedOutAt,
            long version) {

        static BatchSummaryView of(DriverCardBatch batch) {
            var s = batch.snapshot();
            return new BatchSummaryView(
                    batch.id(),
                    s.state(),
                    s.cards().size(),
                    s.proposedBy(),
                    s.proposedAt(),
                    s.result() == null ? null : s.result().at(),
                    batch.version());
        }
    }

    record BatchCardView(
            String number,
            DriverCard.Programme programme,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable String holder) {}

    /**
     * A batch with its cards; times in UTC.
     *
     * @param decidedBy    who registered or refused it
     * @param carriedOutAt since when all its cards are registered; null until then
     * @param conflicts    numbers that somebody else registered first as another card, which stays
     */
    record BatchView(
            String batchId,
            DriverCardBatch.State state,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable Instant carriedOutAt,
            List<String> conflicts,
            List<BatchCardView> cards,
            long version) {

        static BatchView of(DriverCardBatch batch) {
            var s = batch.snapshot();
            var decision = Optional.ofNullable(s.decision());
            var result = Optional.ofNullable(s.result());
            return new BatchView(
                    batch.id(),
                    s.state(),
                    s.reason(),
                    s.proposedBy(),
                    s.proposedAt(),
                    decision.map(DriverCardBatch.Decision::by).orElse(null),
                    decision.map(DriverCardBatch.Decision::at).orElse(null),
                    decision.map(DriverCardBatch.Decision::reason).orElse(null),
                    result.map(DriverCardBatch.Result::at).orElse(null),
                    result.map(DriverCardBatch.Result::conflicts).orElse(List.of()),
                    s.cards().stream()
                            .map(card -> new BatchCardView(
                                    card.terms().number(),
                                    card.terms().programme(),
                                    card.terms().validFrom(),
                                    card.terms().validUntil(),
                                    card.holder()))
                            .toList(),
                    batch.version());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose cards to be registered together", description = PROPOSAL)
    ResponseEntity<BatchView> propose(@Valid @RequestBody BatchRequest request, @CreateCommand Command command) {
        var rows = request.rows().stream().map(BatchRowRequest::toRow).toList();
        return created(register.propose(rows, request.reason().strip(), command));
    }

    @PostMapping(consumes = Csv.TYPE)
    @Operation(
            summary = "Propose cards to be registered together, as CSV",
            description =
                    "RFC 4180, UTF-8, header number,programme,validFrom,validUntil,holder in any order; holder may be left"
                            + " out. `reason` is the reason, for officers. " + PROPOSAL)
    ResponseEntity<BatchView> proposeCsv(
            @RequestParam @NotBlank @Size(max = 1000) String reason,
            @RequestBody byte[] body,
            @CreateCommand Command command) {
        return created(register.propose(BatchCsv.read(text(body)), reason.strip(), command));
    }

    @GetMapping
    @Operation(
            summary = "List batches of driver cards",
            description = "In order of id; `after` continues with an earlier page's `next`.")
    Page<BatchSummaryView> list(
            @RequestParam DriverCardBatch.@Nullable State state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        return Page.of(
                (from, most) -> batches.page(Optional.ofNullable(state), from, most),
                after,
                limit,
                BatchSummaryView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a batch with its cards", description = "404 if there is none.")
    ResponseEntity<BatchView> read(@PathVariable String id, Actor actor) {
        return answer(batches.visible(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a batch", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(batches.history(batches.visible(id, actor).id()), actor);
    }

    @PostMapping("/{id}/registration")
    @Operation(
            summary = "Register all cards of a batch",
            description =
                    "The cards count from now on and follow within seconds; `carriedOutAt` says when all are there. 409"
                            + " decided-by-someone-else for the officer who proposed them; 409 card-registered-before if one of the"
                            + " numbers was registered since; 409 wrong-state.")
    ResponseEntity<BatchView> register(
            @PathVariable String id, @Valid @RequestBody BatchDecisionRequest request, @ChangeCommand Command command) {
        return answer(register.register(id, request.reason().strip(), command));
    }

    @PostMapping("/{id}/refusal")
    @Operation(
            summary = "Refuse a batch",
            description =
                    "409 decided-by-someone-else for the officer who proposed it, who withdraws it; 409 wrong-state.")
    ResponseEntity<BatchView> refuse(
            @PathVariable String id, @Valid @RequestBody BatchDecisionRequest request, @ChangeCommand Command command) {
        return answer(register.refuse(id, request.reason().strip(), command));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Withdraw a batch that one proposed oneself",
            description = "403 not-allowed for other officers; 409 wrong-state.")
    ResponseEntity<BatchView> withdraw(
            @PathVariable String id, @Valid @RequestBody BatchDecisionRequest request, @ChangeCommand Command command) {
        return answer(register.withdraw(id, request.reason().strip(), command));
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal.InvalidInput("rows", Message.of("enrolment.driver-card.csv", 1));
        }
    }

    private static ResponseEntity<BatchView> created(DriverCardBatch batch) {
        return Versioned.created(
                URI.create("/v1/driver-card-batches/" + batch.id()), BatchView.of(batch), batch.version());
    }

    private static ResponseEntity<BatchView> answer(DriverCardBatch batch) {
        return Versioned.ok(BatchView.of(batch), batch.version());
    }
}
