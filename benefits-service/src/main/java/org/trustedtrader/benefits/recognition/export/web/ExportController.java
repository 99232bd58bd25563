package org.trustedtrader.benefits.recognition.export.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.trustedtrader.benefits.recognition.ListHeader.Kind;
import org.trustedtrader.benefits.recognition.Partners;
import org.trustedtrader.benefits.recognition.export.DrawExport;
import org.trustedtrader.benefits.recognition.export.DrawExport.Drawn;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Complaint;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Terms;
import org.trustedtrader.benefits.recognition.web.Digest;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/mra")
@Tag(name = "Mutual recognition")
class ExportController {

    private static final String CSV = "text/csv";

    private final DrawExport drawing;
    private final Partners partners;

    ExportController(DrawExport drawing, Partners partners) {
        this.drawing = drawing;
        this.partners = partners;
    }

    record Receipt(
            @NotNull(message = "{benefits.field.missing}") @Size(max = 20, message = "{benefits.field.too-long}")
            String partner,

            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[0-9a-f]{64}", message = "{benefits.export.checksum}")
            String checksum,

            @Size(max = 1000, message = "{border.too-many-items}") @Nullable
            List<@Valid RowComplaint> errors) {}

    record RowComplaint(
            @Positive(message = "{benefits.field.at-least-one}")
            int row,

            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[A-Za-z]{0,40}", message = "{benefits.export.column}")
            String field,

            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "{benefits.export.row-code}")
            String code) {}

    /** @param checksum SHA-256 of the bytes given out, hexadecimal */
    record ExportView(
            String exportId,
            String kind,
            long since,
            long sequence,
            String format,
            String checksum,
            int rows,
            List<AcknowledgementView> acknowledgements) {

        static ExportView of(IssuedExport export) {
            var terms = export.terms();
            return new ExportView(
                    export.id(),
                    terms.kind(),
                    terms.since(),
                    terms.sequence(),
                    terms.format(),
                    terms.checksum(),
                    terms.rows(),
                    export.acknowledgements().stream()
                            .map(a ->
                                    new AcknowledgementView(a.partner(), a.checksum(), a.matches(), a.errors(), a.at()))
                            .toList());
        }
    }

    record AcknowledgementView(String partner, String checksum, boolean matches, List<Complaint> errors, Instant at) {}

    @GetMapping(
            path = "/export",
            produces = {CSV, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Our members for partners",
            description =
                    "FULL: everybody who holds recognition now. DELTA: who has changed after the sequence `since`,"
                            + " SUSPENDED and REVOKED included. TINs are the accounts with country code CA that companies registered"
                            + " at enrolment. Headers: Repr-Digest (SHA-256), Export-Id for the acknowledgement, Export-Sequence for"
                            + " the next DELTA. 503 while what is known of members is too old.")
    ResponseEntity<byte[]> export(
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable Long since,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = CSV) String accept,
            Actor actor) {
        var drawn = draw(kind, since, actor);
        var format = accept.contains("json") ? MediaType.APPLICATION_JSON_VALUE : CSV;
        var body = format.equals(CSV) ? ExportText.csv(drawn.rows()) : ExportText.json(drawn.rows());
        var checksum = Digest.hex(body);
        var terms = new Terms(
                kind.name(),
                since == null ? 0 : since,
                drawn.sequence(),
                format,
                checksum,
                drawn.rows().size());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format))
                .header(Digest.HEADER, Digest.header(checksum))
                .header("Export-Id", drawing.issue(terms, actor))
                .header("Export-Sequence", Long.toString(drawn.sequence()))
                .body(body);
    }

    @GetMapping("/exports/{id}")
    @Operation(
            summary = "A list that was given out, and what partners said of it",
            description = "`matches` is false where a partner computed another checksum.")
    ResponseEntity<ExportView> read(@PathVariable String id, Actor actor) {
        var export = drawing.read(id, actor);
        return Versioned.ok(ExportView.of(export), export.version());
    }

    @PostMapping("/exports/{id}/acknowledgement")
    @Operation(
            summary = "Acknowledge a list for a partner",
            description =
                    "With the SHA-256 that the partner computed and the rows that it could not use. Another checksum"
                            + " is recorded, too. 404 if no such list was given out.")
    ResponseEntity<ExportView> acknowledge(
            @PathVariable String id, @Valid @RequestBody Receipt receipt, @CreateCommand Command command) {
        var partner = partners.named(receipt.partner()).code();
        List<RowComplaint> errors = receipt.errors() == null ? List.of() : receipt.errors();
        var complaints = errors.stream()
                .map(error -> new Complaint(error.row(), error.field(), error.code()))
                .toList();
        var export = drawing.acknowledge(id, partner, receipt.checksum(), complaints, command);
        return Versioned.ok(ExportView.of(export), export.version());
    }

    private Drawn draw(Kind kind, @Nullable Long since, Actor actor) {
        if (kind == Kind.FULL) {
            return drawing.full(actor);
        }
        if (since == null) {
            throw new Refusal.InvalidInput("since", Message.of("benefits.export.since-missing"));
        }
        return drawing.since(since, actor);
    }
}
