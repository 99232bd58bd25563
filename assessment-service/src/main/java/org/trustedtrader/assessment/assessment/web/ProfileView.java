package org.trustedtrader.assessment.assessment.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.assessment.Answer;
import org.trustedtrader.assessment.assessment.AnswerState;
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.assessment.AssessmentState;
import org.trustedtrader.assessment.assessment.EvidenceFile;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.Level;

/** A security profile in one language, in the order of the catalogue. */
record ProfileView(String assessmentId, AssessmentState state, String catalogueVersion, List<Item> items) {

    /**
     * One criterion with its answer.
     *
     * @param stale    whether the criterion has changed since it was answered
     * @param evidence ids of the files that belong to it
     */
    record Item(
            String criterion,
            Category category,
            Level level,
            AnswerType answerType,
            String text,
            String guidance,
            boolean evidenceRequired,
            AnswerState state,
            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason,
            @Nullable String comment,
            @Nullable LocalDate exemptUntil,
            boolean stale,
            List<String> evidence) {}

    static ProfileView of(Assessment assessment, Catalogue catalogue, Language language) {
        var items = catalogue.applicableTo(assessment.snapshot().linesOfBusiness()).stream()
                .map(criterion -> item(assessment, criterion, language))
                .toList();
        return new ProfileView(assessment.id(), assessment.snapshot().state(), catalogue.version(), items);
    }

    private static Item item(Assessment assessment, Criterion criterion, Language language) {
        Answer answer = assessment.profile().find(criterion.id()).orElseThrow();
        return new Item(
                criterion.id(),
                criterion.category(),
                criterion.level(),
                criterion.answerType(),
                criterion.text().in(language),
                criterion.guidance().in(language),
                criterion.evidence().required(),
                answer.state(),
                answer.value().orElse(null),
                answer.explanation().orElse(null),
                answer.notApplicableReason().orElse(null),
                answer.comment().orElse(null),
                answer.exemptUntil().orElse(null),
                answer.isOlderThan(criterion.revision()),
                assessment.evidence().of(criterion.id()).stream()
                        .map(EvidenceFile::id)
                        .toList());
    }
}
