package org.trustedtrader.enrolment.letter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.letter.Letter;
import org.trustedtrader.enrolment.letter.LetterContent;
import org.trustedtrader.enrolment.letter.LetterKind;
import org.trustedtrader.enrolment.letter.Letters;
import org.trustedtrader.enrolment.letter.Remedy;
import org.trustedtrader.enrolment.letter.ServeLetters;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

/** The programme's letters, for the companies that they go to and for officers. */
@RestController
@RequestMapping("/v1/letters")
@Tag(name = "Letters")
class LetterController {

    private final Letters letters;
    private final ServeLetters serve;
    private final LetterDocument documents;
    private final RegionGuard regions;

    LetterController(Letters letters, ServeLetters serve, LetterDocument documents, RegionGuard regions) {
        this.letters = letters;
        this.serve = serve;
        this.documents = documents;
        this.regions = regions;
    }

    /**
     * A letter in a list, without what it says; times in UTC.
     *
     * @param subject        what it is about: {@code membership/4f…}
     * @param subjectVersion the version of that record whose change the letter tells of
     * @param language       {@code en} or {@code fr}
     * @param deemedServedAt when it counts as served if nobody of the company has read it by then
     * @param served         how: READ, MATTER_READ or DEEMED; null while it is not served
     */
    record SummaryView(
            String number,
            String company,
            LetterKind kind,
            String title,
            String subject,
            long subjectVersion,
            String language,
            Instant issuedAt,
            Instant deemedServedAt,
            @Nullable Instant servedAt,
            Letter.@Nullable Service served) {

        static SummaryView of(Letter letter) {
            var s = letter.snapshot();
            return new SummaryView(
                    letter.id(),
                    s.company(),
                    s.kind(),
                    s.content().title(),
                    s.source().subject(),
                    s.source().version(),
                    s.language().code(),
                    s.issuedAt(),
                    s.deemedServedAt(),
                    s.servedAt(),
                    s.service());
        }
    }

    record FactView(String label, String value) {}

    /**
     * @param kind what can be done, for programs
     * @param day  the last day for it, programme zone; with APPLY_AGAIN the first one; null if there is none
     */
    record RemedyView(Remedy kind, String text, @Nullable LocalDate day, String addressee) {}

    /**
     * A letter as it was issued, in the company's official language.
     *
     * @param reason as the company is told; empty where the facts say it
     */
    record LetterView(
            String number,
            String company,
            String companyName,
            LetterKind kind,
            String title,
            String subject,
            long subjectVersion,
            String language,
            String text,
            List<FactView> facts,
            String reason,
            String legalBasis,
            RemedyView remedy,
            Instant issuedAt,
            Instant deemedServedAt,
            @Nullable Instant servedAt,
            Letter.@Nullable Service served,
            String document,
            long version) {

        static LetterView of(Letter letter) {
            var s = letter.snapshot();
            var content = s.content();
            var remedy = content.remedy();
            return new LetterView(
                    letter.id(),
                    s.company(),
                    content.companyName(),
                    s.kind(),
                    content.title(),
                    s.source().subject(),
                    s.source().version(),
                    s.language().code(),
                    content.opening(),
                    content.facts().stream().map(LetterView::fact).toList(),
                    content.reason(),
                    content.legalBasis(),
                    new RemedyView(remedy.remedy(), remedy.text(), remedy.day(), remedy.addressee()),
                    s.issuedAt(),
                    s.deemedServedAt(),
                    s.servedAt(),
                    s.service(),
                    "/v1/letters/" + letter.id() + "/document",
                    letter.version());
        }

        private static FactView fact(LetterContent.Fact fact) {
            return new FactView(fact.label(), fact.value());
        }
    }

    @GetMapping
    @Operation(
            summary = "List letters",
            description =
                    "Officers see all; a company sees its own. A list serves no letter. `subject` is the record that letters are"
                            + " about, such as `membership/…`, `application/…`, `compliance-case/…`; `served` narrows the list to"
                            + " letters that are served, or to those that are not. In order of number; `after` continues with an"
                            + " earlier page's `next`.")
    Page<SummaryView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable LetterKind kind,
            @RequestParam @Nullable Boolean served,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor)).orElse(null);
        var filter = new Letters.Filter(of, subject, kind, served);
        return Page.of(
                (from, most) -> regions.page(actor, region, from, most, (f, m) -> letters.page(filter, f, m)),
                after,
                limit,
                SummaryView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Read a letter",
            description =
                    "The first time somebody of the company reads it, here or as a document, it is served, and so is the notice"
                            + " of a compliance case that it carries; an officer's reading serves nothing. Unread, it counts as served"
                            + " at `deemedServedAt`. What it says never changes. 404 not-found also for another company's.")
    ResponseEntity<LetterView> read(@PathVariable String number, Actor actor) {
        var letter = serve.read(number, actor);
        return Versioned.ok(LetterView.of(letter), letter.version());
    }

    @GetMapping("/{number}/history")
    @Operation(
            summary = "Read when and how a letter was issued and served",
            description = "Effective and recorded times in UTC. 404 not-found also for another company's.")
    HistoryView history(@PathVariable String number, Actor actor) {
        return HistoryView.of(letters.history(letters.visible(number, actor).id()), actor);
    }

    @GetMapping(path = "/{number}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "A letter as a document",
            description =
                    "An accessible PDF (PDF/UA) for keeping (PDF/A), with the letter's words as they were issued. Reading it serves the"
                            + " letter as reading it as JSON does. 404 not-found also for another company's; 406 if the caller takes no"
                            + " PDF; 503 unavailable while too many documents are made at once.")
    ResponseEntity<byte[]> document(@PathVariable String number, Actor actor) {
        var document = documents.of(letters.visible(number, actor));
        serve.read(number, actor);
        var disposition =
                ContentDisposition.attachment().filename(number + ".pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_PDF)
                .body(document);
    }
}
