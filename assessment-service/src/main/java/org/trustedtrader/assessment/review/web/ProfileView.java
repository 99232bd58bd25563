package org.trustedtrader.assessment.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.AnswerLevel;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Language;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.ProfileScopes.ScopeProfile;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.review.Assessment;

/**
 * A security profile in one language.
 *
 * @param scopes all that the company has or had
 * @param items  of the scopes that were asked for, each in the order of the catalogue
 */
record ProfileView(
        String assessmentId,
        Assessment.State state,
        String catalogueVersion,
        List<ScopeView> scopes,
        List<Item> items) {

    /**
     * Whose answers.
     *
     * @param scope     {@code company}, {@code line=HIGHWAY_CARRIER} or {@code site=windsor}
     * @param ended     whether it is asked no more: the line was given up, or the site was closed
     * @param version   of its answers
     * @param submitted the version that the latest submission pinned
     */
    record ScopeView(
            String scope,
            AnswerLevel answeredAt,
            @Nullable LineOfBusiness line,
            @Nullable String site,
            boolean ended,
            Progress progress,
            long version,
            @Nullable Long submitted) {

        static ScopeView of(ScopeProfile one) {
            return new ScopeView(
                    one.scope().key(),
                    one.scope().level(),
                    one.scope().line().orElse(null),
                    one.scope().site().orElse(null),
                    one.ended(),
                    one.profile().progress(),
                    one.profile().version(),
                    one.submitted().orElse(null));
        }
    }

    /**
     * One criterion with its answer.
     *
     * @param scope       whose answer
     * @param stale       whether the criterion has changed since it was answered
     * @param carriedOver whether the company took over what it had said as a whole, with its evidence
     * @param companyValue of a line or a site without an answer: what the company as a whole had answered, which can be carried over
     * @param evidence    ids of the files that belong to it
     */
    record Item(
            String scope,
            String criterion,
            Category category,
            Level level,
            AnswerType answerType,
            String text,
            String guidance,
            boolean evidenceRequired,
            Answer.State state,
            @Nullable String value,
            @Nullable String explanation,
            @Nullable String notApplicableReason,
            @Nullable String comment,
            @Nullable LocalDate exemptUntil,
            boolean stale,
            boolean carriedOver,
            @Nullable String companyValue,
            List<String> evidence) {}

    static ProfileView of(Assessment assessment, List<ScopeProfile> shown, Catalogue catalogue, Language language) {
        return new ProfileView(
                assessment.id(),
                assessment.state(),
                catalogue.version(),
                assessment.profiles().all().stream().map(ScopeView::of).toList(),
                shown.stream()
                        .flatMap(one -> items(assessment, one, catalogue, language))
                        .toList());
    }

    private static Stream<Item> items(
            Assessment assessment, ScopeProfile shown, Catalogue catalogue, Language language) {
        return catalogue.all().stream()
                .flatMap(criterion -> shown.profile().find(criterion.id()).stream()
                        .map(answer -> item(assessment, shown, criterion, answer, language)));
    }

    private static Item item(
            Assessment assessment, ScopeProfile shown, Criterion criterion, Answer answer, Language language) {
        return new Item(
                shown.scope().key(),
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
                answer.carriedOver(),
                companyValue(assessment, shown, answer),
                assessment.evidence().of(shown.scope(), answer).stream()
                        .map(EvidenceFile::id)
                        .toList());
    }

    private static @Nullable String companyValue(Assessment assessment, ScopeProfile shown, Answer answer) {
        if (shown.scope().level() == AnswerLevel.COMPANY || answer.state() != Answer.State.EMPTY) {
            return null;
        }
        return assessment.profile().all().stream()
                .filter(companys -> companys.criterion().equals(answer.criterion()))
                .flatMap(companys -> companys.value().stream())
                .findFirst()
                .orElse(null);
    }
}
