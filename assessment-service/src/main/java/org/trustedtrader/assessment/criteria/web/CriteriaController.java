package org.trustedtrader.assessment.criteria.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.refusal.Refusal;

@RestController
@RequestMapping("/v1/criteria")
@Tag(name = "Criteria")
class CriteriaController {

    private final Catalogues catalogues;
    private final Clock clock;

    CriteriaController(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    record CriteriaView(String version, LocalDate effectiveFrom, String language, List<CriterionView> items) {}

    record VersionView(String version, LocalDate effectiveFrom, int criteria, boolean current) {}

    record VersionsView(List<VersionView> items) {}

    @GetMapping
    @Operation(
            summary = "The criteria of a version",
            description = "Without a line of business all of them; without a version the one in effect today.")
    CriteriaView list(
            @RequestParam(required = false) @Nullable Set<LineOfBusiness> lineOfBusiness,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable String version) {
        Catalogue catalogue = catalogue(version);
        Language spoken = Language.of(language);
        List<Criterion> asked = lineOfBusiness == null || lineOfBusiness.isEmpty()
                ? catalogue.all()
                : catalogue.applicableTo(lineOfBusiness);
        return new CriteriaView(
                catalogue.version(),
                catalogue.effectiveFrom(),
                language,
                asked.stream()
                        .map(criterion -> CriterionView.of(criterion, spoken))
                        .toList());
    }

    @GetMapping("/{criterion}")
    @Operation(summary = "One criterion")
    CriterionView read(
            @PathVariable String criterion,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable String version) {
        Language spoken = Language.of(language);
        return catalogue(version)
                .find(criterion)
                .map(found -> CriterionView.of(found, spoken))
                .orElseThrow(() -> new Refusal.NotFound("criterion"));
    }

    @GetMapping("/versions")
    @Operation(summary = "The versions of the catalogue", description = "Oldest first; one of them is in effect today.")
    VersionsView versions() {
        String current = catalogue(null).version();
        return new VersionsView(catalogues.all().stream()
                .map(catalogue -> new VersionView(
                        catalogue.version(),
                        catalogue.effectiveFrom(),
                        catalogue.all().size(),
                        catalogue.version().equals(current)))
                .toList());
    }

    private Catalogue catalogue(@Nullable String version) {
        return version == null
                ? catalogues.on(LocalDate.ofInstant(clock.instant(), BusinessCalendar.PROGRAMME_ZONE))
                : catalogues.find(version).orElseThrow(() -> new Refusal.NotFound("version of the catalogue"));
    }
}
