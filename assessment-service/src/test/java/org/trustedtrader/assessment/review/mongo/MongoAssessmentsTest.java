package org.trustedtrader.assessment.review.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.assessment.review.mongo.StoredAssessments.STORED;
import static org.trustedtrader.assessment.review.mongo.StoredAssessments.answers;
import static org.trustedtrader.assessment.review.mongo.StoredAssessments.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.SiteFunction;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.ProfileAnswers;
import org.trustedtrader.assessment.profile.mongo.MongoProfiles.Revision;
import org.trustedtrader.assessment.profile.mongo.StoredProfiles;
import org.trustedtrader.assessment.review.ApplicationSnapshot;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;

/**
 * The stored forms. {@code assessment-with-answers*.json} were written by the mapping of the version that kept the answers
 * in the assessment; they must not be written anew.
 */
class MongoAssessmentsTest {

    private static final AggregateType<Assessment, Assessment.Snapshot> TYPE =
            MongoAssessments.type(new StoredProfiles() {
                @Override
                public long storedVersion(ProfileAnswers.Owner owner) {
                    return 0;
                }

                @Override
                public List<Answer> answers(ProfileAnswers.Owner owner, Revision latest) {
                    throw new AssertionError("An older document has its answers inside");
                }
            });

    @Test
    void anAssessmentWithEveryFieldIsStoredAsInGit() {
        var snapshot = StoredAssessments.full(
                Optional.of(reference(4, Optional.of(3L))), answers().subList(0, 1));
        GoldenDocuments.matches(
                TYPE, Assessment.restore(STORED, snapshot, scope -> List.of()), "golden/assessment.json");
    }

    @Test
    void anAssessmentWithNoOptionalFieldIsStoredAsInGit() {
        var snapshot = StoredAssessments.bare(Optional.of(reference(1, Optional.empty())), List.of());
        GoldenDocuments.matches(
                TYPE, Assessment.restore(STORED, snapshot, scope -> List.of()), "golden/assessment-opened.json");
    }

    @Test
    void anAssessmentInARevalidationIsStoredAsInGit() {
        var snapshot = StoredAssessments.inRevalidation();
        GoldenDocuments.matches(
                TYPE,
                Assessment.restore(STORED, snapshot, scope -> List.of()),
                "golden/assessment-in-revalidation.json");
    }

    @Test
    void anAssessmentWithChangesOfAnAnnualReviewIsStoredAsInGit() {
        var snapshot = StoredAssessments.withStatedChanges();
        GoldenDocuments.matches(
                TYPE,
                Assessment.restore(STORED, snapshot, scope -> List.of()),
                "golden/assessment-with-stated-changes.json");
    }

    @Test
    void anOlderDocumentIsReadWithTheAnswersInIt() throws IOException {
        Assessment full = read("assessment-with-answers.json");
        assertThat(full.snapshot().profile()).contains(reference(1, Optional.empty()));
        assertThat(full.profile().all()).isEqualTo(answers());
        assertThat(full.snapshot())
                .isEqualTo(StoredAssessments.fullOfModel1(Optional.of(reference(1, Optional.empty())), answers()));
        Assessment opened = read("assessment-with-answers-opened.json");
        assertThat(opened.profile().all()).containsExactly(StoredAssessments.unasked());
    }

    @Test
    void aRatingByTheModelBeforeIsReadAsItWas() {
        Assessment before = GoldenDocuments.isRead(TYPE, STORED, "golden/before/assessment-risk-model-1.json");
        var risk = before.snapshot().risk().orElseThrow();
        assertThat(risk.inputs().model()).isEqualTo("risk-model-1");
        assertThat(risk.inputs().chainNeededBy()).isEmpty();
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessment-with-answers.json", "assessment-with-answers-opened.json"})
    void nothingButTheAnswersLeavesAnOlderDocument(String file) throws IOException {
        Document before = document(file);
        Assessment assessment = read(file);
        assertThat(withoutProfile(TYPE.state(assessment))).isEqualTo(withoutProfile(before));
        assertThat(asBefore(TYPE.state(assessment).get("answers")))
                .as("they stay until their own record has them")
                .isEqualTo(before.get("answers"));
        assessment.profile().all();
        assertThat(asBefore(TYPE.state(assessment).get("answers")))
                .as("to read them moves nothing")
                .isEqualTo(before.get("answers"));
        assertThat(withoutProfile(TYPE.state(assessment))).isEqualTo(withoutProfile(before));
    }

    @Test
    void whatIsKeptOfEnrolmentIsStoredAsBefore() {
        var application = new ApplicationSnapshot(
                STORED.id(),
                4,
                "123456782",
                Set.of(LineOfBusiness.IMPORTER, LineOfBusiness.HIGHWAY_CARRIER),
                "SUBMITTED");
        GoldenDocuments.matches(
                RecordCodec.of(MongoApplicationSnapshots.View.class),
                MongoApplicationSnapshots.View.of(application),
                "golden/heard-application.json");
        GoldenDocuments.matches(
                RecordCodec.of(MongoMembershipSnapshots.View.class),
                MongoMembershipSnapshots.View.of(membership(Optional.empty())),
                "golden/membership-snapshot.json");
        GoldenDocuments.matches(
                RecordCodec.of(MongoMembershipSnapshots.View.class),
                MongoMembershipSnapshots.View.of(membership(Optional.of("ACTIVE"))),
                "golden/membership-snapshot-state.json");
        var yard = new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"));
        var sites = List.of(yard, Place.party("Detroit", "US"));
        GoldenDocuments.matches(
                RecordCodec.of(MongoCompanySites.View.class),
                new MongoCompanySites.View(
                        sites,
                        Set.of(ZoneId.of("America/Toronto"), ZoneId.of("America/Detroit")),
                        List.of(new SiteFunctions("S1", Set.of(SiteFunction.YARD)))),
                "golden/heard-company.json");
    }

    private static MembershipSnapshot membership(Optional<String> state) {
        return new MembershipSnapshot(
                STORED.id(),
                5,
                Optional.of(Instant.parse("2029-11-23T05:00:00Z")),
                Set.of(LineOfBusiness.IMPORTER),
                state);
    }

    @Test
    void aCompanyThatWasKeptWithoutZonesHasNone() throws IOException {
        var view = RecordCodec.of(MongoCompanySites.View.class).read(document("heard-company-without-zones.json"));
        assertThat(view.sites()).extracting(Place::name).containsExactly("Windsor yard", "Detroit");
        assertThat(view.zones()).isEmpty();
        assertThat(view.functions()).isEmpty();
    }

    private static Assessment read(String file) throws IOException {
        var unknown = new ArrayList<String>();
        Assessment assessment = TYPE.restore(STORED, document(file), unknown::add);
        assertThat(unknown).isEmpty();
        return assessment;
    }

    private static Document document(String file) throws IOException {
        return Document.parse(Files.readString(Path.of("src/test/resources/golden", file)));
    }

    private static Document withoutProfile(Document state) {
        var rest = (Document) asBefore(state);
        rest.remove("answers");
        rest.remove("profile");
        // Added since: nothing was proposed then.
        rest.remove("exemptionProposals", List.of());
        rest.remove("scopes", List.of());
        rest.remove("sites", List.of());
        if (rest.get("risk") instanceof Document risk) {
            var asBefore = new Document(risk);
            asBefore.remove("chainNeededBy");
            rest.put("risk", asBefore);
        }
        rest.put("linesOfBusiness", Set.copyOf(state.getList("linesOfBusiness", String.class)));
        return rest;
    }

    /** Without what was added since: then everything was the company's, and nothing was carried over. */
    private static Object asBefore(Object stored) {
        return switch (stored) {
            case Document document -> {
                var rest = new Document();
                document.forEach((field, value) -> rest.append(field, asBefore(value)));
                rest.remove("scope", "company");
                rest.remove("asked", true);
                rest.remove("carriedOver", false);
                yield rest;
            }
            case List<?> list ->
                list.stream().map(MongoAssessmentsTest::asBefore).toList();
            default -> stored;
        };
    }

    @Test
    void anAssessmentWithoutScopesIsReadAsTheCompanys() {
        Assessment before = GoldenDocuments.isRead(TYPE, STORED, "golden/before/assessment-without-scopes.json");
        assertThat(before.snapshot().scopes()).isEmpty();
        assertThat(before.evidence().all()).allMatch(file -> file.scope().equals(Scope.COMPANY));
        assertThat(before.actions().all()).allMatch(action -> action.scope().equals(Scope.COMPANY));
        var risk = before.snapshot().risk().orElseThrow();
        assertThat(risk.inputs().model()).isEqualTo("risk-model-2");
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
    }
}
