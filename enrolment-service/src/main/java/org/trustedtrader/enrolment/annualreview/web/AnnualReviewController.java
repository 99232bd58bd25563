package org.trustedtrader.enrolment.annualreview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
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
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.annualreview.FileAnnualReview;
import org.trustedtrader.enrolment.annualreview.JudgeAnnualReview;
import org.trustedtrader.enrolment.annualreview.web.AnnualReviewView.DetailView;
import org.trustedtrader.enrolment.annualreview.web.AnnualReviewView.SummaryView;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

/** Annual reviews: the company's statements and submission, an officer's acceptance or return. */
@RestController
@RequestMapping("/v1/annual-reviews")
@Tag(name = "Annual reviews")
class AnnualReviewController {

    private static final String COMPANY = "company";

    private final AnnualReviews reviews;
    private final FileAnnualReview file;
    private final JudgeAnnualReview judge;
    private final Clock clock;
    private final RegionGuard regions;

    AnnualReviewController(
            AnnualReviews reviews, FileAnnualReview file, JudgeAnnualReview judge, Clock clock, RegionGuard regions) {
        this.reviews = reviews;
        this.file = file;
        this.judge = judge;
        this.clock = clock;
        this.regions = regions;
    }

    /**
     * @param note  what changed; absent for AFFIRMED
     * @param scope whose answer, as the checklist names it; absent for the company's
     */
    record AffirmationRequest(
            @NotBlank @Size(max = 40) String criterion,
            @NotNull AnnualReview.Statement statement,
            @Nullable @Size(min = 10, max = 1000) String note,
            @Nullable @Size(max = 80) String scope) {

        AnnualReview.CriterionStatement toStatement() {
            return new AnnualReview.CriterionStatement(
                    criterion,
                    statement,
                    note == null || note.isBlank() ? null : note.strip(),
                    COMPANY.equals(scope) ? null : scope);
        }
    }

    record AffirmationsRequest(@NotEmpty @Size(max = 300) List<@Valid @NotNull AffirmationRequest> affirmations) {}

    /** @param recordVersion of the list, as the review shows it */
    record ConfirmationRequest(
            @NotNull AnnualReview.RecordList list,
            @NotBlank @Size(max = 80) String recordVersion) {}

    record AcceptanceRequest(
            @Schema(description = HistoryView.TOLD) @Nullable @Size(max = 1000)
            String note,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    /** @param item a criterion, with its scope as in {@code site=windsor/Z68SD} unless it is the company's, or SITES, CONTACTS, PARTNERS */
    record ItemRequest(
            @NotBlank @Size(max = 120) String item,
            @NotBlank @Size(max = 1000) String reason) {

        AnnualReview.ReturnedItem toItem() {
            return new AnnualReview.ReturnedItem(item, reason.strip());
        }
    }

    record ReturnRequest(
            @NotEmpty @Size(max = 300) List<@Valid @NotNull ItemRequest> items,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List annual reviews",
            description =
                    "Officers see those of their regions; a company sees its own. `overdue` narrows the list to reviews that were due before"
                            + " today (programme zone) and are neither accepted nor void, or to all others. In order of id;"
                            + " `after` continues with an earlier page's `next`.")
    Page<SummaryView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String membership,
            @RequestParam AnnualReview.@Nullable State state,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor)).orElse(null);
        var filter = new AnnualReviews.Filter(
                of, membership, state, overdue, BusinessCalendar.shipped().dayOf(clock.instant()));
        return Page.of(
                (from, most) -> regions.page(actor, region, from, most, (f, m) -> reviews.page(filter, f, m)),
                after,
                limit,
                SummaryView::of);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an annual review",
            description =
                    "While it is open, `checklist` shows every criterion and list with what is missing, from the security"
                            + " profile and the company's record as they are now. If the profile cannot be read, `checklist` is null"
                            + " and `checklistProblem` is `unavailable` or `no-profile`. 404 not-found also for another company's.")
    ResponseEntity<DetailView> read(@PathVariable String id, Actor actor) {
        return answer(reviews.visible(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to an annual review", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(reviews.history(reviews.visible(id, actor).id()), actor);
    }

    @PostMapping("/{id}/affirmations")
    @Operation(
            summary = "Affirm criteria, or state that answers changed",
            description =
                    "Any number, all or none. The company affirms each answer of its lines and its sites for itself, by `scope`. A changed"
                            + " answer, or one that is missing and will be given, needs a `note`; the submission opens the assessment"
                            + " again for it. 409 wrong-state; 409 no-profile; 422 for a criterion that is not asked or has no answer;"
                            + " 503 if the security profile cannot be read now.")
    ResponseEntity<DetailView> affirm(
            @PathVariable String id, @Valid @RequestBody AffirmationsRequest request, @ChangeCommand Command command) {
        var statements = request.affirmations().stream()
                .map(AffirmationRequest::toStatement)
                .toList();
        return answer(file.affirm(id, statements, command));
    }

    @PostMapping("/{id}/confirmations")
    @Operation(
            summary = "Confirm the sites, contacts or partners as they are in the record",
            description = "409 record-moved unless `recordVersion` is the present one; 409 wrong-state; 409 no-profile;"
                    + " 503 if the security profile cannot be read now.")
    ResponseEntity<DetailView> confirm(
            @PathVariable String id, @Valid @RequestBody ConfirmationRequest request, @ChangeCommand Command command) {
        return answer(file.confirm(id, request.list(), request.recordVersion(), command));
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Submit an annual review",
            description =
                    "409 review-incomplete with everything that is missing: criteria without a statement, answers given"
                            + " anew since, expired evidence, exemptions that ended, lists that are not confirmed or moved since. 409"
                            + " wrong-state; 409 no-profile; 503 if the security profile cannot be read now.")
    ResponseEntity<DetailView> submit(@PathVariable String id, @ChangeCommand Command command) {
        return answer(file.submit(id, command));
    }

    @PostMapping("/{id}/acceptance")
    @Operation(
            summary = "Accept an annual review",
            description =
                    "409 changes-not-assessed while the assessment that stated changes opened again is not completed; 409"
                            + " decided-by-someone-else for an officer of that company; 409 wrong-state.")
    ResponseEntity<DetailView> accept(
            @PathVariable String id, @Valid @RequestBody AcceptanceRequest request, @ChangeCommand Command command) {
        var note = request.note() == null ? "" : request.note().strip();
        return answer(judge.accept(id, note, command.withInternalNote(request.internalNote())));
    }

    @PostMapping("/{id}/return")
    @Operation(
            summary = "Return an annual review to the company, with a reason for each item",
            description =
                    "The company states these items anew. 409 decided-by-someone-else for an officer of that company;"
                            + " 409 wrong-state; 422 for an item that is not part of the review.")
    ResponseEntity<DetailView> giveBack(
            @PathVariable String id, @Valid @RequestBody ReturnRequest request, @ChangeCommand Command command) {
        var items = request.items().stream().map(ItemRequest::toItem).toList();
        return answer(judge.giveBack(id, items, command.withInternalNote(request.internalNote())));
    }

    private ResponseEntity<DetailView> answer(AnnualReview review) {
        return Versioned.ok(DetailView.of(review, file), review.version());
    }
}
