package org.trustedtrader.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.assessment.AssessmentState;
import org.trustedtrader.assessment.assessment.Assessments;
import org.trustedtrader.platform.aggregate.Actor;

@RestController
@RequestMapping("/v1/assessments")
@Tag(name = "Assessments")
class AssessmentsController {

    private final Assessments assessments;
    private final Present present;

    AssessmentsController(Assessments assessments, Present present) {
        this.assessments = assessments;
        this.present = present;
    }

    record HistoryView(List<HistoryLine> items) {}

    @GetMapping
    @Operation(
            summary = "Assessments that the caller may see",
            description = "A company sees its own. In order of id; limit 1 to 200.")
    Page<AssessmentView> list(
            @RequestParam(required = false) @Nullable AssessmentState state,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        int size = Page.limit(limit);
        List<Assessment> found = assessments.list(
                actor, Optional.ofNullable(state), Optional.ofNullable(company), Page.lastId(after), size + 1);
        List<Assessment> shown = found.size() > size ? found.subList(0, size) : found;
        String next = found.size() > size ? Page.token(shown.getLast().id()) : null;
        return new Page<>(
                shown.stream()
                        .map(assessment -> present.view(assessment, actor))
                        .toList(),
                next);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One assessment", description = "Its id is that of the application. The ETag is its version.")
    ResponseEntity<AssessmentView> read(@PathVariable String id, Actor actor) {
        return present.ok(assessments.visible(id, actor), actor);
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "Everything that was done to it",
            description = "Oldest first; each entry's hash covers the one before. Only officers read who acted.")
    HistoryView history(@PathVariable String id, Actor actor) {
        assessments.visible(id, actor);
        return new HistoryView(assessments.history(id).stream()
                .map(entry -> HistoryLine.of(entry, actor))
                .toList());
    }
}
