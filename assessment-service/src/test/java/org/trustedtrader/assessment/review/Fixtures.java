package org.trustedtrader.assessment.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

/** Assessments in every state, said in a few words. */
public final class Fixtures {

    public static final String ID = "0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10";
    public static final String COMPANY = "123456782";
    public static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    public static final Moment NOW = new Moment(AT, ZoneId.of("America/Toronto"));
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    public static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    public static final Actor STRANGER = new Actor("user:mallory", Set.of("account-owner"), Optional.of("111222337"));
    public static final Actor ASSESSOR = new Actor("user:adam", Set.of("assessor"), Optional.empty());
    public static final Actor APPROVER = new Actor("user:paul", Set.of("approver"), Optional.empty());
    public static final Actor SELF = Actor.service("assessment");

    public static final Catalogues CATALOGUES = CatalogueFiles.load(List.of("catalogue/2026.1"));
    public static final Catalogue CATALOGUE = CATALOGUES.kept("2026.1");
    public static final AssessmentRules RULES =
            new AssessmentRules(CATALOGUES, new RiskModel(new ThreatLevels("test", "made up", 1, Map.of())), 90);

    public static final EvidenceRules LIMITS = new EvidenceRules(Set.of("application/pdf"), 1_000, 100_000);

    public static final Place YARD = new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"));
    public static final Place CUSTOMER = Place.party("Parts Inc.", "US");
    public static final SupplyChain CHAIN =
            new SupplyChain(List.of(new Leg("L1", YARD, CUSTOMER, TransportMode.ROAD, true)));

    private Fixtures() {}

    public static Moment later(int days) {
        return new Moment(AT.plus(Duration.ofDays(days)), NOW.zone());
    }

    public static CompanyClock clock() {
        return new CompanyClock(Clock.fixed(AT, ZoneOffset.UTC), new InMemory.Companies());
    }

    public static ApplicationSnapshot application(long version, String state) {
        return new ApplicationSnapshot(ID, version, COMPANY, Set.of(LineOfBusiness.HIGHWAY_CARRIER), state);
    }

    /** A membership whose revalidation was opened then. */
    public static MembershipSnapshot membership(long version, Instant revalidationOpenedAt) {
        return new MembershipSnapshot(ID, version, Optional.of(revalidationOpenedAt), Set.of(), Optional.of("ACTIVE"));
    }

    public static MembershipSnapshot membershipWithoutRevalidation(long version) {
        return membershipIn("ACTIVE", version);
    }

    static MembershipSnapshot membershipIn(String state, long version) {
        return new MembershipSnapshot(ID, version, Optional.empty(), Set.of(), Optional.of(state));
    }

    public static Assessment opened() {
        return stored(Assessment.open(application(2, "SUBMITTED"), List.of(), CATALOGUE, SELF, NOW));
    }

    public static Assessment answered() {
        return stored(run(answeredWithoutChain(), a -> a.declare(CHAIN, OWNER, NOW)));
    }

    public static Assessment answeredWithoutChain() {
        Assessment assessment = opened();
        for (Criterion criterion : asked()) {
            if (criterion.evidence().required()) {
                assessment =
                        stored(run(assessment, a -> a.attach(file(criterion.id(), "proof.pdf"), LIMITS, OWNER, NOW)));
            }
        }
        return stored(run(assessment, a -> a.answer(goodAnswers(), CATALOGUE, OWNER, NOW)));
    }

    public static Assessment submitted() {
        return stored(run(answered(), a -> a.submit(CATALOGUE, OWNER, NOW)));
    }

    /** As if its chain had never been declared. */
    public static Assessment withoutChain(Assessment assessment) {
        var now = assessment.snapshot();
        List<Answer> answers = assessment.profile().all();
        var without = new Assessment.Snapshot(
                now.company(),
                now.linesOfBusiness(),
                now.catalogueVersion(),
                now.state(),
                now.profile(),
                now.answers(),
                now.evidence(),
                SupplyChain.UNDECLARED,
                now.risk(),
                now.actions(),
                now.assessors(),
                now.exempters(),
                now.openedAt(),
                now.submittedAt(),
                now.completedAt(),
                now.revalidationOpenedAt(),
                now.changesStatedAt(),
                now.exemptionProposals(),
                now.scopes(),
                now.sites());
        return Assessment.restore(
                new Aggregate.Stored(assessment.id(), assessment.version(), assessment.seen()),
                without,
                scope -> scope.equals(Scope.COMPANY) ? answers : List.of());
    }

    /** Everything accepted but these. */
    public static Assessment reviewedRejecting(String... criteria) {
        var judgements = asked().stream()
                .map(criterion -> Arrays.asList(criteria).contains(criterion.id())
                        ? Judgement.reject(criterion.id(), "This is not enough.")
                        : Judgement.accept(criterion.id()))
                .toList();
        return stored(run(submitted(), a -> a.review(judgements, CATALOGUE, ASSESSOR, NOW)));
    }

    public static Assessment completedRejecting(String... criteria) {
        return stored(run(reviewedRejecting(criteria), a -> a.complete("", RULES, ASSESSOR, NOW)));
    }

    public static Assessment reopened() {
        return stored(run(
                completedRejecting(), a -> a.reopen(Assessment.ReopeningCause.OFFICER, "Look again.", ASSESSOR, NOW)));
    }

    /** Completed, then opened again by the membership's revalidation. */
    public static Assessment inRevalidation(String... rejected) {
        return stored(run(
                completedRejecting(rejected),
                a -> a.follow(membership(5, AT.plusSeconds(60)), Fixtures.CATALOGUE, SELF, NOW)));
    }

    /** Completed, then opened again since the annual review states another answer to A3CHY. */
    public static Assessment withStatedChanges() {
        return stored(run(
                completedRejecting(), a -> a.follow(annualReview(3, AT.plusSeconds(90), "A3CHY"), SELF, NOW)));
    }

    /** An annual review whose latest submission with changes was then. */
    public static AnnualReviewSnapshot annualReview(long version, Instant changesStatedAt, String... changed) {
        return new AnnualReviewSnapshot(
                "r1",
                ID,
                version,
                Optional.of(changesStatedAt),
                Arrays.stream(changed).map(ScopedCriterion::parse).collect(Collectors.toSet()));
    }

    public static Assessment closed() {
        return stored(run(opened(), a -> a.follow(application(9, "WITHDRAWN"), CATALOGUE, SELF, NOW)));
    }

    public static Assessment in(Assessment.State state) {
        return switch (state) {
            case OPEN -> answered();
            case SUBMITTED -> reviewedRejecting("A3CHY");
            case COMPLETED -> completedRejecting("A3CHY");
            case REOPENED ->
                stored(run(
                        completedRejecting("A3CHY"),
                        a -> a.reopen(Assessment.ReopeningCause.OFFICER, "Look again.", ASSESSOR, NOW)));
            case CLOSED -> closed();
        };
    }

    public static List<Criterion> asked() {
        return CATALOGUE.applicableTo(Set.of(LineOfBusiness.HIGHWAY_CARRIER));
    }

    public static List<AnswerCommand> goodAnswers() {
        return asked().stream().map(Fixtures::goodAnswer).toList();
    }

    public static AnswerCommand goodAnswer(Criterion criterion) {
        AnswerType type = criterion.answerType();
        String value = type == AnswerType.YES_NO
                ? "YES"
                : type == AnswerType.DATE ? TODAY.minusDays(30).toString() : "We do this at every site.";
        return AnswerCommand.of(criterion.id(), value);
    }

    public static EvidenceFile file(String criterion, String name) {
        String id = UUID.randomUUID().toString();
        return new EvidenceFile(
                id,
                "content-" + id,
                criterion,
                EvidenceKind.PROCEDURE,
                name,
                1,
                "application/pdf",
                123,
                "ab".repeat(32),
                Optional.empty(),
                AT,
                Scope.COMPANY);
    }

    /** Runs a verb and gives the same assessment back. */
    /** With an exemption from each of those that the assessor proposed until 90 days from now. */
    static Assessment exemptionsProposed(Assessment assessment, String... criteria) {
        Assessment proposed = assessment;
        for (String criterion : criteria) {
            var proposal =
                    new ExemptionProposal(criterion, ASSESSOR.id(), "Not sealable.", TODAY.plusDays(90), Scope.COMPANY);
            proposed = stored(run(proposed, a -> a.propose(proposal, ASSESSOR, NOW)));
        }
        return proposed;
    }

    public static Assessment run(Assessment assessment, Consumer<Assessment> verb) {
        verb.accept(assessment);
        return assessment;
    }

    /** As if it had been stored and read again. */
    public static Assessment stored(Assessment assessment) {
        Map<Scope, List<Answer>> answers = answersOf(assessment);
        return Assessment.restore(
                new Aggregate.Stored(assessment.id(), assessment.version(), assessment.seen()),
                assessment.snapshot(),
                answers::get);
    }

    static Map<Scope, List<Answer>> answersOf(Assessment assessment) {
        return assessment.profiles().all().stream()
                .collect(Collectors.toMap(
                        one -> one.scope(), one -> List.copyOf(one.profile().all())));
    }
}
