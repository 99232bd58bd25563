package org.trustedtrader.assessment.config.files;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.AnswerLevel;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.EvidenceRequirement;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.LocalText;
import org.trustedtrader.assessment.criteria.Programme;
import org.trustedtrader.assessment.criteria.Threat;

/** One criterion as it is written in a file: what is left out has the version's or the category's value. */
record CriterionEntry(
        String id,
        @Nullable Integer revision,
        Level level,
        List<String> appliesTo,
        AnswerType answer,
        @Nullable Integer maxAgeDays,
        LocalText text,
        LocalText guidance,
        Evidence evidence,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Map<Programme, String> crosswalk,
        Set<Threat> threats) {

    record Evidence(
            Set<EvidenceKind> kinds,
            @Nullable Integer validForDays,
            @Nullable Boolean required) {}

    Criterion criterion(
            CatalogueFiles.CategoryFile file, LocalDate versionFrom, Map<String, Set<LineOfBusiness>> groups) {
        Map<Programme, String> references = new EnumMap<>(file.crosswalk());
        if (crosswalk != null) {
            references.putAll(crosswalk);
        }
        return new Criterion(
                id,
                revision == null ? 1 : revision,
                file.category(),
                level,
                CatalogueFiles.lines(appliesTo, groups),
                answer,
                optional(maxAgeDays),
                text,
                guidance,
                new EvidenceRequirement(
                        evidence.kinds(), optional(evidence.validForDays()), Boolean.TRUE.equals(evidence.required())),
                effectiveFrom == null ? versionFrom : effectiveFrom,
                Optional.ofNullable(effectiveTo),
                references,
                threats,
                AnswerLevel.COMPANY);
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
