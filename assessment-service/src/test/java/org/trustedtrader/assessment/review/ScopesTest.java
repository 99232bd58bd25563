package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.ASSESSOR;
import static org.trustedtrader.assessment.review.Fixtures.LIMITS;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.SELF;
import static org.trustedtrader.assessment.review.Fixtures.run;
import static org.trustedtrader.assessment.review.Fixtures.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.criteria.SiteFunction;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.refusal.Refusal;

/** A profile for the company, for each line and for each site. */
class ScopesTest {

    static final Catalogues CATALOGUES =
            CatalogueFiles.load(List.of("catalogue/2026.1", "catalogue/2026.2", "catalogue/2026.3"));
    static final Catalogue BY_SITE = CATALOGUES.kept("2026.3");
    private static final Catalogue BEFORE = CATALOGUES.kept("2026.2");
    private static final AssessmentRules RULES = new AssessmentRules(
            CATALOGUES, new RiskModel(new ThreatLevels("test", "made up", 1, Map.of("US", Map.of()))), 90);

    static final SiteFunctions YARD = new SiteFunctions("S1", Set.of(SiteFunction.YARD));
    static final SiteFunctions DOCK = new SiteFunctions("S2", Set.of(SiteFunction.CROSS_DOCK));
    private static final SiteFunctions OFFICE = new SiteFunctions("S3", Set.of(SiteFunction.OFFICE));
    private static final Scope LINE = Scope.line(LineOfBusiness.HIGHWAY_CARRIER);

    private static final Place S1 = new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"));
    private static final Place S2 = new Place(Optional.of("S2"), "Sarnia dock", "CA", Optional.of("ON"));
    private static final SupplyChain CHAIN = new SupplyChain(List.of(
            new Leg("L1", Place.party("Parts Inc.", "US"), S1, TransportMode.ROAD, true),
            new Leg("L2", S1, S1, TransportMode.STORAGE, false),
            new Leg("L3", S1, S2, TransportMode.ROAD, false),
            new Leg("L4", S2, S2, TransportMode.STORAGE, false)));

    @Test
    void aCriterionIsAskedWhereItIsAnswered() {
        Assessment assessment = opened(YARD, DOCK, OFFICE);
        assertThat(assessment.profiles().open())
                .extracting(one -> one.scope().key())
                .containsExactly("company", "line=HIGHWAY_CARRIER", "site=S1", "site=S2", "site=S3");
        assertThat(assessment.profiles().find(new ScopedCriterion(LINE, "KET7H")))
                .isPresent();
        assertThat(assessment.profiles().find(at("S1", "Z68SD"))).isPresent();
        assertThat(assessment.profile().find("Z68SD")).isEmpty();
        assertThat(assessment.profile().find("A3CHY")).isPresent();
    }

    @Test
    void anOfficeIsNotAskedAboutConveyancesAndSeals() {
        Assessment assessment = opened(YARD, OFFICE);
        assertThat(assessment.profiles().find(at("S1", "TC6R8"))).isPresent();
        assertThat(assessment.profiles().find(at("S3", "TC6R8"))).isEmpty();
        assertThat(assessment.profiles().find(at("S3", "CF4V2"))).isEmpty();
        assertThat(assessment.profiles().find(at("S3", "W5AWE"))).isPresent();
    }

    @Test
    void whatFitsNoSiteIsAskedOfTheCompanySoThatNothingFallsOut() {
        Assessment office = opened(OFFICE);
        assertThat(office.profile().find("TC6R8")).isPresent();
        assertThat(office.profile().find("W5AWE")).isEmpty();
        Assessment unknown = opened();
        assertThat(unknown.profile().applicable()).extracting(Answer::criterion).contains("TC6R8", "W5AWE", "CF4V2");
    }

    @Test
    void twoSitesAreToldApart() {
        Assessment answered = stored(run(
                opened(YARD, DOCK),
                a -> a.answer(
                        List.of(
                                answer(Scope.site("S1"), "D9EZV", "Cameras at the gate."),
                                answer(Scope.site("S2"), "D9EZV", "There are none here.")),
                        BY_SITE,
                        OWNER,
                        NOW)));
        assertThat(answered.profiles().find(at("S1", "D9EZV")).orElseThrow().value())
                .contains("Cameras at the gate.");
        assertThat(answered.profiles().find(at("S2", "D9EZV")).orElseThrow().value())
                .contains("There are none here.");
    }

    @ParameterizedTest
    @CsvSource({
        "company,              Z68SD, answers[0].criterion, which each site answers",
        "line=HIGHWAY_CARRIER, Z68SD, answers[0].criterion, which each site answers",
        "site=S1,              A3CHY, answers[0].criterion, which the company answers",
        "site=S1,              KET7H, answers[0].criterion, which each line of business answers",
        "site=S1,              HA998, answers[0].criterion, which is not asked",
        "site=S9,              Z68SD, site,                 of which nothing is asked",
        "line=IMPORTER,        KET7H, line,                 of which nothing is asked",
    })
    void anAnswerInTheWrongPlaceIsRefusedWithTheRightOne(String scope, String criterion, String field, String why) {
        Assessment assessment = opened(YARD);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() ->
                        assessment.answer(List.of(answer(new Scope(scope), criterion, "YES")), BY_SITE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo(field);
                            assertThat(violation.message().in(Locale.ENGLISH)).contains(why);
                        }));
    }

    @Test
    void everyGapIsListedWithItsScope() {
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> opened(YARD, DOCK).submit(BY_SITE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .contains("A3CHY", "line=HIGHWAY_CARRIER/KET7H", "site=S1/Z68SD", "site=S2/Z68SD")
                        .doesNotContain("Z68SD", "KET7H"));
    }

    @Test
    void evidenceOfOneSiteServesNoOther() {
        Assessment assessment = answered(YARD, DOCK);
        Assessment without = stored(run(
                assessment,
                a -> a.answer(
                        List.of(answer(Scope.site("S2"), "TC6R8", "We do this at the dock.")), BY_SITE, OWNER, NOW)));
        assertThat(without.evidence().of(at("S1", "TC6R8"))).hasSize(1);
        var moved = at("S1", "TC6R8");
        assertThat(without.evidence().of(moved).getFirst().scope()).isEqualTo(Scope.site("S1"));
        Assessment onlyOne = answeredExceptEvidence("S2", YARD, DOCK);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> onlyOne.submit(BY_SITE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .isNotEmpty()
                        .allMatch(field -> field.startsWith("site=S2/")));
    }

    @Test
    void aSubmissionPinsTheVersionOfEachScope() {
        Assessment submitted = submitted(YARD, DOCK);
        assertThat(submitted.profiles().open())
                .allSatisfy(one ->
                        assertThat(one.submitted()).contains(one.profile().version()));
    }

    @Test
    void eachSiteIsJudgedForItselfAndAFailedMustThereNeedsAnActionThere() {
        Assessment completed = completedRejecting("site=S2/CF4V2", YARD, DOCK);
        assertThat(completed.actions().all()).singleElement().satisfies(action -> {
            assertThat(action.id()).isEqualTo("CF4V2-1");
            assertThat(action.about()).isEqualTo(at("S2", "CF4V2"));
        });
        assertThat(completed.profiles().find(at("S1", "CF4V2")).orElseThrow().state())
                .isEqualTo(Answer.State.ACCEPTED);
    }

    @Test
    void whatFailedAtASiteCountsOnTheLegsThatTouchIt() {
        var risk = completedRejecting("site=S2/W5AWE", YARD, DOCK)
                .snapshot()
                .risk()
                .orElseThrow();
        assertThat(risk.inputs().model()).isEqualTo("risk-model-3");
        assertThat(risk.outcome().legs())
                .extracting(leg -> leg.leg() + " " + leg.vulnerability())
                .containsExactly("L1 1", "L2 1", "L3 1", "L4 3");
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
    }

    @Test
    void whatFailedAtASiteThatNoLegNamesCountsOnEach() {
        var elsewhere = new SiteFunctions("S8", Set.of(SiteFunction.YARD));
        var risk = completedRejecting("site=S8/W5AWE", YARD, DOCK, elsewhere)
                .snapshot()
                .risk()
                .orElseThrow();
        assertThat(risk.outcome().legs())
                .extracting(leg -> leg.leg() + " " + leg.vulnerability())
                .contains("L2 3", "L4 3");
        assertThat(risk.outcome().rating()).isGreaterThanOrEqualTo(Band.MEDIUM);
    }

    @Test
    void aNewSiteIsAGapAndAClosedOneIsAskedNoMoreButStaysReadable() {
        Assessment completed = completedRejecting("site=S2/CF4V2", YARD, DOCK);
        Assessment moved = stored(run(completed, a -> a.follow(List.of(YARD, OFFICE), BY_SITE, SELF, NOW)));
        assertThat(moved.state()).isEqualTo(Assessment.State.COMPLETED);
        var progress = moved.profiles().progress();
        assertThat(progress.answered()).isLessThan(progress.total());
        var closed = moved.profiles().known(Scope.site("S2"));
        assertThat(closed.ended()).isTrue();
        assertThat(closed.profile().find("D9EZV").orElseThrow().value()).isPresent();
        assertThat(moved.profiles().find(at("S2", "D9EZV"))).isEmpty();
        assertThat(moved.profiles().find(at("S3", "W5AWE")).orElseThrow().state())
                .isEqualTo(Answer.State.EMPTY);

        Assessment back = stored(run(moved, a -> a.follow(List.of(YARD, DOCK), BY_SITE, SELF, NOW)));
        assertThat(back.profiles().find(at("S2", "D9EZV")).orElseThrow().value())
                .isPresent();
        assertThat(back.profiles().known(Scope.site("S3")).ended()).isTrue();
    }

    @Test
    void whatAClosedSiteFailedStaysDueUntilAnOfficerHasSeenThatItIsGone() {
        Assessment failed = completedRejecting("site=S2/CF4V2", YARD, DOCK);
        Assessment moved = stored(run(failed, a -> a.follow(List.of(YARD), BY_SITE, SELF, NOW)));
        assertThat(moved.actions().openMusts()).isEqualTo(1);
    }

    @Test
    void whatOnlyADeniedLineWasAskedIsOwedNoMore() {
        Assessment failed = completedRejecting("site=S1/CF4V2", YARD);
        assertThat(failed.actions().openMusts()).isEqualTo(1);
        Assessment denied = stored(run(failed, a -> a.follow(lines(3, Set.of()), BY_SITE, SELF, NOW)));
        assertThat(denied.actions().openMusts()).isZero();
        assertThat(denied.actions().musts()).isEmpty();
        assertThat(denied.actions().all()).hasSize(1);
        Assessment back = stored(run(
                denied, a -> a.follow(lines(4, Set.of(LineOfBusiness.HIGHWAY_CARRIER)), BY_SITE, SELF, NOW)));
        assertThat(back.actions().openMusts()).isEqualTo(1);
    }

    @Test
    void aLineThatIsDeniedLeavesACompletedAssessmentCompleteAndAnAddedOneDoesNot() {
        var both = Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER);
        var one = Set.of(LineOfBusiness.HIGHWAY_CARRIER);
        Assessment assessment = completedRejecting("site=S1/CF4V2", YARD);
        Assessment more = stored(run(assessment, a -> a.follow(lines(3, both), BY_SITE, SELF, NOW)));
        assertThat(more.state()).isEqualTo(Assessment.State.REOPENED);

        Assessment fewer = completedRejecting("site=S1/CF4V2", YARD);
        Assessment less = stored(run(fewer, a -> a.follow(lines(3, Set.of()), BY_SITE, SELF, NOW)));
        assertThat(less.state()).isEqualTo(Assessment.State.COMPLETED);
        assertThat(stored(run(less, a -> a.follow(lines(4, one), BY_SITE, SELF, NOW)))
                        .state())
                .isEqualTo(Assessment.State.REOPENED);
    }

    private static ApplicationSnapshot lines(long version, Set<LineOfBusiness> lines) {
        var before = Fixtures.application(version, "IN_REVIEW");
        return new ApplicationSnapshot(before.id(), version, before.company(), lines, before.state());
    }

    @Test
    void anAnswerToAClosedSiteIsRefusedAsEnded() {
        Assessment moved = stored(run(opened(YARD, DOCK), a -> a.follow(List.of(YARD), BY_SITE, SELF, NOW)));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> moved.answer(
                        List.of(answer(Scope.site("S2"), "D9EZV", "Cameras at the gate.")), BY_SITE, OWNER, NOW))
                .satisfies(refusal -> assertThat(
                                refusal.violations().getFirst().message().in(Locale.ENGLISH))
                        .contains("has ended"));
    }

    @Test
    void theSameSitesAgainChangeNothing() {
        Assessment assessment = opened(YARD, DOCK);
        assessment.follow(List.of(YARD, DOCK), BY_SITE, SELF, NOW);
        assertThat(assessment.change()).isEmpty();
        Assessment before =
                stored(Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(YARD), BEFORE, SELF, NOW));
        before.follow(List.of(YARD, DOCK), BEFORE, SELF, NOW);
        assertThat(before.change()).as("no site is asked by that version").isEmpty();
    }

    @Test
    void adoptingKeepsTheCompanysAnswersForEachSiteToTakeOverWithTheirEvidence() {
        Assessment before = stored(Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(), BEFORE, SELF, NOW));
        Assessment filled = filled(before, BEFORE, "");
        Assessment adopted = stored(run(filled, a -> a.adopt(BY_SITE, List.of(YARD, DOCK), OWNER, NOW)));
        assertThat(adopted.profiles().find(at("S1", "TC6R8")).orElseThrow().state())
                .isEqualTo(Answer.State.EMPTY);
        Assessment carried = stored(run(adopted, a -> a.carryOver(Scope.site("S1"), BY_SITE, OWNER, NOW)));
        var answer = carried.profiles().find(at("S1", "TC6R8")).orElseThrow();
        assertThat(answer.state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(answer.carriedOver()).isTrue();
        assertThat(carried.evidence().of(Scope.site("S1"), answer)).hasSize(1);
        assertThat(carried.profiles().find(at("S2", "TC6R8")).orElseThrow().state())
                .as("each site is confirmed for itself")
                .isEqualTo(Answer.State.EMPTY);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> carried.carryOver(Scope.site("S1"), BY_SITE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("nothing-to-carry-over"));

        Assessment all = carried;
        for (Scope scope : List.of(Scope.site("S2"), LINE)) {
            all = stored(run(all, a -> a.carryOver(scope, BY_SITE, OWNER, NOW)));
        }
        all.declare(CHAIN, OWNER, NOW);
        Assessment complete = stored(all);
        complete.submit(BY_SITE, OWNER, NOW);
        assertThat(complete.state()).isEqualTo(Assessment.State.SUBMITTED);
    }

    @Test
    void anOwnAnswerOfASiteNeedsEvidenceOfItsOwn() {
        Assessment before = stored(Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(), BEFORE, SELF, NOW));
        Assessment adopted = stored(run(filled(before, BEFORE, ""), a -> a.adopt(BY_SITE, List.of(YARD), OWNER, NOW)));
        Assessment own = stored(run(
                adopted,
                a -> a.answer(
                        List.of(answer(Scope.site("S1"), "TC6R8", "Another way, here only.")), BY_SITE, OWNER, NOW)));
        var answer = own.profiles().find(at("S1", "TC6R8")).orElseThrow();
        assertThat(own.evidence().of(Scope.site("S1"), answer)).isEmpty();
    }

    @Test
    void aTakeOverBringsEachSitesAnswersAndFilesToThatSite() {
        Assessment earlier = submitted(YARD, DOCK);
        Assessment fresh = stored(run(opened(YARD), a -> a.takeOver(earlier, BY_SITE, LIMITS, OWNER, NOW)));
        assertThat(fresh.profiles().open())
                .allSatisfy(one -> assertThat(one.profile().applicable())
                        .allMatch(answer -> answer.state() == Answer.State.ANSWERED));
        assertThat(fresh.evidence().all()).noneMatch(file -> file.scope().equals(Scope.site("S2")));
        assertThat(fresh.evidence().of(at("S1", "TC6R8"))).hasSize(1);
    }

    @Test
    void aTakeOverFromBeforeTheLevelsFillsEachSiteAndSaysSo() {
        Assessment before = stored(Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(), BEFORE, SELF, NOW));
        Assessment earlier = filled(before, BEFORE, "");
        Assessment fresh = stored(run(opened(YARD, DOCK), a -> a.takeOver(earlier, BY_SITE, LIMITS, OWNER, NOW)));
        assertThat(fresh.profiles().find(at("S2", "Z68SD")).orElseThrow().carriedOver())
                .isTrue();
        assertThat(fresh.profile().find("A3CHY").orElseThrow().carriedOver()).isFalse();
    }

    @Test
    void oneSaveStoresTheAnswersOfItsSiteAndNoOther() {
        var sites = IntStream.range(0, 40)
                .mapToObj(i -> new SiteFunctions("site-" + i, Set.of(SiteFunction.YARD)))
                .toArray(SiteFunctions[]::new);
        Assessment opened = opened(sites);
        Assessment first = run(
                opened,
                a -> a.answer(
                        List.of(answer(Scope.site("site-7"), "D9EZV", "Cameras at the gate.")), BY_SITE, OWNER, NOW));
        assertThat(first.profiles().changed()).containsExactly(Scope.site("site-7"));
        assertThat(first.snapshot().answers())
                .as("what was pending of the others is settled")
                .isEmpty();
        assertThat(first.snapshot().scopes())
                .filteredOn(one -> !one.answers().isEmpty())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.answers()).extracting(Answer::criterion).containsExactly("D9EZV"));
        Assessment second = run(
                stored(first),
                a -> a.answer(
                        List.of(answer(Scope.site("site-9"), "D9EZV", "Cameras at the gate.")), BY_SITE, OWNER, NOW));
        assertThat(second.snapshot().scopes())
                .filteredOn(one -> !one.answers().isEmpty())
                .extracting(one -> one.scope().key())
                .containsExactly("site=site-9");
    }

    static Assessment opened(SiteFunctions... sites) {
        return stored(Assessment.open(Fixtures.application(2, "SUBMITTED"), List.of(sites), BY_SITE, SELF, NOW));
    }

    private static Assessment answered(SiteFunctions... sites) {
        return answeredExceptEvidence("", sites);
    }

    private static Assessment answeredExceptEvidence(String site, SiteFunctions... sites) {
        return stored(run(filled(opened(sites), BY_SITE, site), a -> a.declare(CHAIN, OWNER, NOW)));
    }

    /** Every answer of every scope with its evidence, but for the files of one site. */
    private static Assessment filled(Assessment opened, Catalogue catalogue, String siteWithoutFiles) {
        Assessment assessment = opened;
        for (var one : opened.profiles().open()) {
            List<AnswerCommand> answers = new ArrayList<>();
            for (Answer place : one.profile().applicable()) {
                Criterion criterion = catalogue.find(place.criterion()).orElseThrow();
                var good = Fixtures.goodAnswer(criterion);
                answers.add(answer(one.scope(), criterion.id(), good.value().orElseThrow()));
                if (criterion.evidence().required() && !one.scope().site().equals(Optional.of(siteWithoutFiles))) {
                    var file = file(one.scope(), criterion.id());
                    assessment = stored(run(assessment, a -> a.attach(file, LIMITS, OWNER, NOW)));
                }
            }
            assessment = stored(run(assessment, a -> a.answer(answers, catalogue, OWNER, NOW)));
        }
        return assessment;
    }

    private static Assessment submitted(SiteFunctions... sites) {
        return stored(run(answered(sites), a -> a.submit(BY_SITE, OWNER, NOW)));
    }

    private static Assessment completedRejecting(String key, SiteFunctions... sites) {
        Assessment submitted = submitted(sites);
        var judgements = submitted.profiles().open().stream()
                .flatMap(one -> one.profile().applicable().stream()
                        .map(answer -> judgement(new ScopedCriterion(one.scope(), answer.criterion()), key)))
                .toList();
        Assessment judged = stored(run(submitted, a -> a.review(judgements, BY_SITE, ASSESSOR, NOW)));
        return stored(run(judged, a -> a.complete("", RULES, ASSESSOR, NOW)));
    }

    private static Judgement judgement(ScopedCriterion about, String rejected) {
        return about.key().equals(rejected)
                ? new Judgement(about.scope(), about.criterion(), Judgement.Verdict.REJECT, Optional.of("Not here."))
                : new Judgement(about.scope(), about.criterion(), Judgement.Verdict.ACCEPT, Optional.empty());
    }

    private static AnswerCommand answer(Scope scope, String criterion, String value) {
        return AnswerCommand.of(scope, criterion, value);
    }

    static ScopedCriterion at(String site, String criterion) {
        return new ScopedCriterion(Scope.site(site), criterion);
    }

    private static EvidenceFile file(Scope scope, String criterion) {
        var any = Fixtures.file(criterion, "proof.pdf");
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
                Optional.empty(),
                any.attachedAt(),
                scope);
    }
}
