package org.trustedtrader.benefits.recognition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.recognition.ImportPartnerList;
import org.trustedtrader.benefits.recognition.ListHeader;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerList.Outcome;
import org.trustedtrader.benefits.recognition.Partners;
import org.trustedtrader.benefits.recognition.Quarantine;
import org.trustedtrader.benefits.recognition.web.AcknowledgementView.RowErrorView;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Page;

@RestController
@RequestMapping("/v1/mra/partners/{partner}")
@Tag(name = "Mutual recognition")
class PartnerListController {

    private static final String CSV = "text/csv";
    private static final int MOST_ENTRIES = 1000;

    private final Partners partners;
    private final ImportPartnerList taking;
    private final Quarantine quarantine;

    PartnerListController(Partners partners, ImportPartnerList taking, Quarantine quarantine) {
        this.partners = partners;
        this.taking = taking;
        this.quarantine = quarantine;
    }

    /** @param next for the parameter {@code after}, null at the end */
    record EntryView(String listId, RowErrorView error) {}

    @PostMapping(
            path = "/lists",
            consumes = {CSV, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Take in a partner's list of members",
            description =
                    "CSV (UTF-8, header tin,name,address,country,programme,role,status,statusDate,authorisationDate,"
                            + "endDate) or JSON ({\"members\": [{\"tin\": …}]}) of at most 100,000 rows. `kind` is FULL or DELTA,"
                            + " `sequence` counts the partner's lists, `drawnAt` is when it was drawn (UTC), and the header"
                            + " Repr-Digest carries the body's SHA-256. A bad row is put into quarantine and stops no other."
                            + " 201: taken in. 202: only its losses count, `outcome` says what to do. 409 list-out-of-date: an older"
                            + " list; list-in-progress: send it again in a moment. 422: unreadable as a whole, or another checksum;"
                            + " nothing has changed then. Sent again, a list is completed or answered as before.")
    ResponseEntity<AcknowledgementView> take(
            @PathVariable String partner,
            @RequestParam ListHeader.Kind kind,
            @RequestParam long sequence,
            @RequestParam Instant drawnAt,
            @RequestHeader(name = Digest.HEADER, required = false) @Nullable String digest,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] body,
            @CreateCommand Command command) {
        var known = partners.named(partner);
        if (sequence < 1) {
            throw new Refusal.InvalidInput("sequence", Message.of("benefits.field.at-least-one"));
        }
        var bytes = body == null ? new byte[0] : body;
        var rows = ListBody.rows(bytes, type);
        var header =
                new ListHeader(kind, sequence, drawnAt.truncatedTo(ChronoUnit.MILLIS), Digest.verified(bytes, digest));
        var list = taking.take(known, header, rows, command);
        return ResponseEntity.status(
                        list.result().outcome() == Outcome.COMPLETED ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create("/v1/mra/partners/" + partner + "/lists/" + list.id()))
                .body(AcknowledgementView.of(list));
    }

    @GetMapping("/lists/{id}")
    @Operation(summary = "The acknowledgement of a list", description = "404 until the list was taken in.")
    AcknowledgementView read(@PathVariable String partner, @PathVariable String id, Actor actor) {
        return AcknowledgementView.of(taking.ofPartner(partners.named(partner), id, actor));
    }

    @PostMapping("/lists/{id}/confirmation")
    @Operation(
            summary = "Confirm that the members missing from a held full list are meant to be missing",
            description = "Then send the list again: the missing members are revoked and the rest is taken in."
                    + " 409 wrong-state if it is not held; 409 decided-by-someone-else for the officer who sent it.")
    AcknowledgementView confirm(@PathVariable String partner, @PathVariable String id, @CreateCommand Command command) {
        PartnerList list = taking.confirm(partners.named(partner), id, command);
        return AcknowledgementView.of(list);
    }

    @GetMapping("/quarantine")
    @Operation(
            summary = "Rows that were not taken in, with reasons",
            description = "Of all lists since the last full one. `after` continues a page; `limit` is at most 1,000.")
    Page<EntryView> quarantine(
            @PathVariable String partner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new Refusal.InvalidInput("limit", Message.of("page.limit", MOST_ENTRIES));
        }
        var code = partners.named(partner).code();
        return Page.of(
                (from, most) -> quarantine.page(code, from.orElse(""), most),
                after,
                limit,
                Quarantine.Entry::id,
                entry -> new EntryView(entry.listId(), RowErrorView.of(entry.error())));
    }
}
