package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.COMPANY;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.LIMITS;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.STRANGER;
import static org.trustedtrader.assessment.review.Fixtures.run;
import static org.trustedtrader.assessment.review.Fixtures.stored;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class TakeOverProfileTest {

    private static final String EARLIER = "11111111-5f0a-4b7e-9a55-6a1f8a3f9d10";
    private static final Moment BEFORE = new Moment(NOW.at().minus(Duration.ofDays(400)), NOW.zone());

    @Test
    void answersComeAsTheCompanyGaveThemWhateverOfficersSaid() {
        Assessment fresh = run(Fixtures.opened(), a -> a.takeOver(judged(), CATALOGUE, LIMITS, OWNER, NOW));
        assertThat(fresh.profile().applicable())
                .allMatch(answer -> answer.state() == Answer.State.ANSWERED)
                .allMatch(answer ->
                        answer.comment().isEmpty() && answer.judgedIn().isEmpty());
        assertThat(fresh.change().orElseThrow().reason())
                .contains(judged().id())
                .contains(Fixtures.asked().size() + " answers");
    }

    @Test
    void whatIsAnsweredAlreadyIsNotOverwritten() {
        Assessment begun = stored(run(
                Fixtures.opened(), a -> a.answer(List.of(AnswerCommand.of("NR63S", "NO")), CATALOGUE, OWNER, NOW)));
        begun.takeOver(judged(), CATALOGUE, LIMITS, OWNER, NOW);
        assertThat(begun.profile().find("NR63S").orElseThrow().value()).contains("NO");
        assertThat(begun.evidence().of(ScopedCriterion.of("NR63S"))).isEmpty();
    }

    @Test
    void onlyEvidenceThatStillCountsComesAndItKeepsTheDayOfItsAttaching() {
        Assessment earlier = Fixtures.opened();
        var old = file("A3CHY", Optional.of(Fixtures.TODAY.minusDays(1)));
        var good = file("A3CHY", Optional.of(Fixtures.TODAY));
        var yearOld = file("TC6R8", Optional.empty());
        for (EvidenceFile file : List.of(old, good, yearOld)) {
            earlier = stored(run(earlier, a -> a.attach(file, LIMITS, OWNER, BEFORE)));
        }
        Assessment before = stored(run(earlier, a -> a.answer(Fixtures.goodAnswers(), CATALOGUE, OWNER, NOW)));
        Assessment fresh = run(Fixtures.opened(), a -> a.takeOver(before, CATALOGUE, LIMITS, OWNER, NOW));
        assertThat(fresh.evidence().all())
                .as("TC6R8 asks for evidence of the last 365 days")
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.content()).isEqualTo(good.content());
                    assertThat(file.attachedAt()).isEqualTo(BEFORE.at());
                    assertThat(file.fileVersion()).isEqualTo(1);
                });
    }

    @Test
    void aCriterionThatHasChangedOrIsNotAskedAnyMoreStaysBehind() {
        Assessment importer = stored(Assessment.open(
                new ApplicationSnapshot(ID, 2, COMPANY, Set.of(LineOfBusiness.IMPORTER), "SUBMITTED"),
                List.of(),
                CATALOGUE,
                Fixtures.SELF,
                NOW));
        importer.takeOver(judged(), CATALOGUE, LIMITS, OWNER, NOW);
        assertThat(importer.profile().find("HA998").orElseThrow().state())
                .as("asked of importers only")
                .isEqualTo(Answer.State.EMPTY);
        assertThat(importer.profile().find("TC6R8")).isEmpty();

        var newer = CatalogueAdoptionTest.newer();
        Assessment adopted = stored(run(Fixtures.opened(), a -> a.adopt(newer, List.of(), OWNER, NOW)));
        adopted.takeOver(judged(), newer, LIMITS, OWNER, NOW);
        assertThat(adopted.profile().find("A3CHY").orElseThrow().state())
                .as("changed in the newer catalogue")
                .isEqualTo(Answer.State.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Assessment.State.class,
            names = {"OPEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyAProfileThatWasNeverSubmittedTakesOver(Assessment.State state) {
        assertThatExceptionOfType(Refusal.WrongState.class)
                .isThrownBy(() -> Fixtures.in(state).takeOver(judged(), CATALOGUE, LIMITS, OWNER, NOW));
    }

    @Test
    void nothingThatFitsIsRefused() {
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> Fixtures.answered().takeOver(judged(), CATALOGUE, LIMITS, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("nothing-to-take-over"));
    }

    @Test
    void anotherCompanysAssessmentAndALaterOneAreLikeNone() {
        var assessments = new InMemory.StoredAssessments();
        var takeOver = new TakeOverProfile(assessments, Fixtures.RULES, LIMITS, Fixtures.clock());
        assessments.createIfAbsent(opened(EARLIER, COMPANY, BEFORE));
        assessments.createIfAbsent(opened("foreign", "111222337", BEFORE));
        assessments.createIfAbsent(opened(ID, COMPANY, NOW));
        assessments.change(EARLIER, Command.by(OWNER), a -> a.answer(Fixtures.goodAnswers(), CATALOGUE, OWNER, NOW));
        assessments.change(
                "foreign", Command.by(STRANGER), a -> a.answer(Fixtures.goodAnswers(), CATALOGUE, STRANGER, NOW));

        assertThat(takeOver.earlier(ID, OWNER)).singleElement().satisfies(earlier -> {
            assertThat(earlier.assessment().id()).isEqualTo(EARLIER);
            assertThat(earlier.offer().answers()).hasSameSizeAs(Fixtures.asked());
        });
        assertThat(takeOver.earlier(EARLIER, OWNER)).isEmpty();
        for (var pair : Map.of(ID, "foreign", EARLIER, ID, "foreign", EARLIER).entrySet()) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> takeOver.takeOver(pair.getKey(), pair.getValue(), Command.by(OWNER)));
        }
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> takeOver.takeOver(ID, ID, Command.by(OWNER)));
        takeOver.takeOver(ID, EARLIER, Command.by(OWNER));
        assertThat(takeOver.earlier(ID, OWNER).getFirst().offer().answers()).isEmpty();
    }

    private static Assessment judged() {
        return Fixtures.completedRejecting("A3CHY");
    }

    private static Assessment opened(String id, String company, Moment at) {
        var application = new ApplicationSnapshot(id, 2, company, Set.of(LineOfBusiness.HIGHWAY_CARRIER), "SUBMITTED");
        return Assessment.open(application, List.of(), CATALOGUE, Fixtures.SELF, at);
    }

    private static EvidenceFile file(String criterion, Optional<java.time.LocalDate> expiresOn) {
        var any = Fixtures.file(
                criterion, "proof " + expiresOn.map(Object::toString).orElse("without end") + ".pdf");
        return new EvidenceFile(
                any.id(),
                any.content(),
                criterion,
                any.kind(),
                any.fileName(),
                1,
                any.contentType(),
                any.size(),
                any.sha256(),
                expiresOn,
                BEFORE.at(),
                Scope.COMPANY);
    }
}
