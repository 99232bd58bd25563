package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.web.AssessmentViewMapper.AssessmentView;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;

@RestController
@RequestMapping("/v1/assessments")
@Tag(name = "Assessments")
class AssessmentController {

    /** Changes whose reasons are for officers only. */
    private static final Set<String> CONFIDENTIAL = Set.of("reopened");

    private final Assessments assessments;
    private final AssessmentViewMapper views;
    private final RegionGuard regions;

    AssessmentController(Assessments assessments, AssessmentViewMapper views, RegionGuard regions) {
        this.assessments = assessments;
        this.views = views;
        this.regions = regions;
    }

    @GetMapping
    @Operation(
            summary = "Assessments that the caller may see",
            description =
                    "A company sees its own, an officer those of the officer's regions, or of one `region`. In order of id; limit 1 to 200.")
    Page<AssessmentView> list(
            @RequestParam(required = false) Assessment.@Nullable State state,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit,
            Actor actor) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor));
        return Page.of(
                (from, most) -> regions.page(
                        actor,
                        region,
                        from,
                        most,
                        (f, m) -> assessments.list(actor, Optional.ofNullable(state), of, f, m)),
                after,
                limit,
                assessment -> views.view(assessment, actor));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One assessment", description = "Its id is that of the application. The ETag is its version.")
    ResponseEntity<AssessmentView> read(@PathVariable String id, Actor actor) {
        return views.ok(assessments.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "Everything that was done to it",
            description = "Oldest first; each entry's hash covers the one before. Only officers read who acted.")
    HistoryView history(@PathVariable String id, Actor actor) {
        assessments.visible(id, actor);
        return HistoryView.of(assessments.history(id), actor, CONFIDENTIAL);
    }
}
