package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.SitePolicy;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** A new version of the catalogue makes a profile stale and loses no answer. */
class CatalogueAdoptionTest {

    private static final Catalogue NEWER = newer();

    private final Assessment assessment = Fixtures.answered();

    @BeforeEach
    void adopt() {
        assessment.adopt(NEWER, List.of(), OWNER, NOW);
    }

    @Test
    void keepsEveryAnswer() {
        assertThat(assessment.catalogueVersion()).isEqualTo("2026.2");
        assertThat(assessment.profile().all())
                .filteredOn(a -> a.value().isPresent())
                .hasSize(Fixtures.asked().size());
    }

    @Test
    void anUnchangedCriterionStaysAnswered() {
        assertThat(assessment.profile().find("NR63S").orElseThrow().isOlderThan(1))
                .isFalse();
    }

    @Test
    void aChangedCriterionHasToBeAnsweredAgainBeforeSubmitting() {
        Assessment stored = Fixtures.stored(assessment);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> stored.submit(NEWER, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("A3CHY"));
        stored.answer(List.of(AnswerCommand.of("A3CHY", "We read it again.")), NEWER, OWNER, NOW);
        Assessment answered = Fixtures.stored(stored);
        answered.submit(NEWER, OWNER, NOW);
        assertThat(answered.snapshot().state()).isEqualTo(Assessment.State.SUBMITTED);
    }

    @Test
    void aCriterionThatIsGoneIsAskedNoMoreButItsAnswerIsKept() {
        assertThat(assessment.profile().find("GB6QN")).isEmpty();
        assertThat(assessment.profile().all()).extracting(Answer::criterion).contains("GB6QN");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "2026.2, 2026-08-01, true",
        "2026.2, 2026-06-30, false",
        "2026.1, 2026-08-01, false",
        "1999.1, 2026-08-01, false"
    })
    void onlyANewerVersionInEffectCanBeAdopted(String version, LocalDate today, boolean possible) {
        var assessments = new InMemory.StoredAssessments();
        assessments.createIfAbsent(
                Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(), CATALOGUE, Fixtures.SELF, NOW));
        var clock = new CompanyClock(
                Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), new InMemory.Companies());
        var adoptCatalogue = new AdoptCatalogue(
                assessments,
                new AskedCriteria(new Catalogues(List.of(CATALOGUE, NEWER)), new InMemory.Companies()),
                clock);
        if (possible) {
            assertThat(adoptCatalogue
                            .adopt(Fixtures.ID, version, Command.by(OWNER))
                            .catalogueVersion())
                    .isEqualTo(version);
        } else {
            assertThatExceptionOfType(Refusal.InvalidInput.class)
                    .isThrownBy(() -> adoptCatalogue.adopt(Fixtures.ID, version, Command.by(OWNER)));
        }
    }

    /** The same, but one criterion has changed and one is gone. */
    static Catalogue newer() {
        List<Criterion> criteria = new ArrayList<>();
        for (Criterion criterion : CATALOGUE.all()) {
            if (criterion.id().equals("A3CHY")) {
                criteria.add(revised(criterion));
            } else if (!criterion.id().equals("GB6QN")) {
                criteria.add(criterion);
            }
        }
        return new Catalogue("2026.2", LocalDate.parse("2026-07-01"), criteria, Set.of(), SitePolicy.EVERYWHERE);
    }

    private static Criterion revised(Criterion old) {
        return new Criterion(
                old.id(),
                old.revision() + 1,
                old.category(),
                old.level(),
                old.appliesTo(),
                old.answerType(),
                old.maxAgeDays(),
                old.text(),
                old.guidance(),
                old.evidence(),
                old.effectiveFrom(),
                old.effectiveTo(),
                old.crosswalk(),
                old.threats(),
                old.answeredAt());
    }
}
