package org.trustedtrader.assessment.criteria.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.AnswerLevel;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Category.FocusArea;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.EvidenceRequirement;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Programme;
import org.trustedtrader.assessment.criteria.Threat;

/**
 * A criterion in one language.
 *
 * @param answeredAt whether the company, each of its lines or each of its sites answers it
 */
record CriterionView(
        String id,
        int revision,
        Category category,
        FocusArea focusArea,
        Level level,
        List<LineOfBusiness> appliesTo,
        AnswerType answerType,
        @Nullable Integer maxAgeDays,
        String text,
        String guidance,
        Evidence evidence,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Map<Programme, String> crosswalk,
        List<Threat> threats,
        AnswerLevel answeredAt) {

    record Evidence(List<EvidenceKind> kinds, @Nullable Integer validForDays, boolean required) {

        static Evidence of(EvidenceRequirement wanted) {
            return new Evidence(
                    wanted.kinds().stream().sorted().toList(), orNull(wanted.validForDays()), wanted.required());
        }
    }

    static CriterionView of(Criterion criterion, Language language) {
        return new CriterionView(
                criterion.id(),
                criterion.revision(),
                criterion.category(),
                criterion.category().focusArea(),
                criterion.level(),
                criterion.appliesTo().stream().sorted().toList(),
                criterion.answerType(),
                orNull(criterion.maxAgeDays()),
                criterion.text().in(language),
                criterion.guidance().in(language),
                Evidence.of(criterion.evidence()),
                criterion.effectiveFrom(),
                criterion.effectiveTo().orElse(null),
                new TreeMap<>(criterion.crosswalk()),
                criterion.threats().stream().sorted().toList(),
                criterion.answeredAt());
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
