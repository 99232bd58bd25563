package org.trustedtrader.assessment.sitemeasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.sitemeasure.MeasureKinds;
import org.trustedtrader.assessment.sitemeasure.SiteMeasureRecords;
import org.trustedtrader.assessment.sitemeasure.SiteMeasures;
import org.trustedtrader.assessment.sitemeasure.StateMeasure;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Versioned;

/** The ETag is the version of the site's measures; {@code "0"} as long as none is stated. */
@RestController
@RequestMapping("/v1/assessments/{id}/sites/{siteId}")
@Tag(name = "Site measures")
class SiteMeasureController {

    private final StateMeasure measures;
    private final SiteMeasureRecords records;

    SiteMeasureController(StateMeasure measures, SiteMeasureRecords records) {
        this.measures = measures;
        this.records = records;
    }

    /** @param photo the id of an evidence file of this assessment */
    record MeasureRequest(
            @NotNull(message = "{assessment.measure.state}") SiteMeasures.State state,

            @Nullable @Size(max = 2000, message = "{assessment.text.at-most}")
            String note,

            @Nullable String photo,

            @NotNull(message = "{assessment.measure.seen-on}")
            LocalDate seenOn) {

        StateMeasure.Statement of(String measure) {
            return new StateMeasure.Statement(
                    measure,
                    state,
                    Optional.ofNullable(note).filter(text -> !text.isBlank()).map(String::strip),
                    Optional.ofNullable(photo),
                    seenOn);
        }
    }

    /** @param assessmentId of the assessment whose evidence file it is */
    record PhotoView(String assessmentId, String fileId) {}

    /**
     * One measure.
     *
     * @param state null as long as the company has stated nothing
     */
    record MeasureView(
            String measure,
            String name,
            SiteMeasures.@Nullable State state,
            @Nullable String note,
            @Nullable PhotoView photo,
            @Nullable LocalDate seenOn) {

        static MeasureView of(MeasureKinds.Kind kind, Optional<SiteMeasures.Measure> stated, Language language) {
            return new MeasureView(
                    kind.id(),
                    kind.name().in(language),
                    stated.map(SiteMeasures.Measure::state).orElse(null),
                    stated.flatMap(SiteMeasures.Measure::note).orElse(null),
                    stated.flatMap(SiteMeasures.Measure::photo)
                            .map(photo -> new PhotoView(photo.assessmentId(), photo.fileId()))
                            .orElse(null),
                    stated.map(SiteMeasures.Measure::seenOn).orElse(null));
        }
    }

    record MeasuresView(String siteId, String listVersion, List<MeasureView> items) {}

    @GetMapping("/measures")
    @Operation(
            summary = "What protects a site, measure by measure",
            description =
                    "All measures of the list, those too of which nothing is stated yet. The record is the company's and stays when"
                            + " it applies again. A site that was closed stays readable. 404 for what is no site of the company.")
    ResponseEntity<MeasuresView> list(
            @PathVariable String id,
            @PathVariable String siteId,
            @RequestParam(defaultValue = "en") String language,
            Actor actor) {
        return view(siteId, measures.find(id, siteId, actor), Language.of(language));
    }

    @GetMapping("/measures/{measure}")
    @Operation(summary = "One measure of a site", description = "404 for a measure that is not in the list.")
    ResponseEntity<MeasureView> read(
            @PathVariable String id,
            @PathVariable String siteId,
            @PathVariable String measure,
            @RequestParam(defaultValue = "en") String language,
            Actor actor) {
        var stated = measures.find(id, siteId, actor);
        return one(measure, stated, Language.of(language));
    }

    @PutMapping("/measures/{measure}")
    @Operation(
            summary = "States whether a site has a measure",
            description =
                    "By the company's owner or full user. seenOn is a day of the last 10 years, not after today. photo names an evidence"
                            + " file of kind PHOTO that is attached to an answer of that site in this assessment: 422 otherwise. 404 for a"
                            + " measure that is not in the list, and for a site that is not the company's or was closed.")
    ResponseEntity<MeasureView> state(
            @PathVariable String id,
            @PathVariable String siteId,
            @PathVariable String measure,
            @Valid @RequestBody MeasureRequest request,
            @ChangeCommand Command command) {
        var stated = measures.state(id, siteId, request.of(measure), command);
        return one(measure, Optional.of(stated), Language.EN);
    }

    @GetMapping("/history")
    @Operation(
            summary = "Everything that was stated of a site's measures",
            description = "Oldest first; each entry's hash covers the one before. Only officers read who acted.")
    HistoryView history(@PathVariable String id, @PathVariable String siteId, Actor actor) {
        var stated = measures.find(id, siteId, actor);
        return HistoryView.of(stated.map(one -> records.history(one.id())).orElse(List.of()), actor);
    }

    private ResponseEntity<MeasuresView> view(String siteId, Optional<SiteMeasures> stated, Language language) {
        var kinds = measures.kinds();
        var items = kinds.measures().stream()
                .map(kind -> MeasureView.of(kind, stated.flatMap(one -> one.find(kind.id())), language))
                .toList();
        return Versioned.ok(new MeasuresView(siteId, kinds.version(), items), version(stated));
    }

    private ResponseEntity<MeasureView> one(String measure, Optional<SiteMeasures> stated, Language language) {
        var kind = measures.kinds().measures().stream()
                .filter(one -> one.id().equals(measure))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("site measure"));
        return Versioned.ok(MeasureView.of(kind, stated.flatMap(one -> one.find(measure)), language), version(stated));
    }

    private static long version(Optional<SiteMeasures> stated) {
        return stated.map(SiteMeasures::version).orElse(0L);
    }
}
