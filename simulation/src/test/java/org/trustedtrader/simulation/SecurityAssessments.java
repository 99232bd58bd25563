package org.trustedtrader.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.AnswerLevel;
import org.trustedtrader.assessment.criteria.AnswerType;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.EvidenceRequirement;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.LocalText;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.criteria.SitePolicy;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.review.AnnualReviewSnapshot;
import org.trustedtrader.assessment.review.ApplicationSnapshot;
import org.trustedtrader.assessment.review.ApplicationSnapshots;
import org.trustedtrader.assessment.review.AskedCriteria;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.FollowApplication;
import org.trustedtrader.assessment.review.MembershipSnapshots;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;

/**
 * Assessment's domain, with a small catalogue: three criteria that must be met and nine that should be. No supply chain is asked
 * for.
 */
final class SecurityAssessments {

    private static final int ACTION_DUE_DAYS = 90;
    private static final Set<LineOfBusiness> LINES = Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER);

    /** What is stored of an assessment: its own record and that of its answers. */
    record Stored(Assessment.Snapshot assessment, List<Answer> answers) {}

    private static final class Records extends InMemory<Assessment, Stored> implements Assessments {

        Records(MovedClock clock) {
            super(
                    "assessment",
                    a -> new Stored(a.snapshot(), a.profile().all()),
                    (stored, s) -> Assessment.restore(stored, s.assessment(), scope -> s.answers()),
                    clock);
        }

        @Override
        public List<Assessment> list(
                Actor actor,
                Optional<Assessment.State> state,
                Optional<String> company,
                Optional<String> after,
                int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private final Records records;
    private final CompanyClock clock;
    private final Catalogue catalogue = catalogue();
    private final AssessmentRules rules = new AssessmentRules(
            new Catalogues(List.of(catalogue)),
            new RiskModel(new ThreatLevels("simulation", "made up", 1, Map.of())),
            ACTION_DUE_DAYS);
    private final FollowApplication follow;

    SecurityAssessments(MovedClock clock, Bus bus, Enrolment enrolment) {
        this.clock = new CompanyClock(clock, new NoSites());
        records = new Records(clock);
        follow = new FollowApplication(
                records,
                new Applications(),
                new MembershipsSeen(),
                new AskedCriteria(new Catalogues(List.of(catalogue)), new NoSites()),
                this.clock);
        records.announceTo(a -> bus.send(
                "enrolment", a, () -> enrolment.assessmentChanged(a.id(), a.version(), Reports.of(a.snapshot()))));
    }

    void applicationFiled(String id, String company) {
        follow.follow(new ApplicationSnapshot(id, 1, company, LINES, "SUBMITTED"));
    }

    void membershipChanged(MembershipSnapshot membership) {
        follow.follow(membership);
    }

    void reviewChanged(AnnualReviewSnapshot review) {
        follow.follow(review);
    }

    /** What enrolment reads of a profile for the annual review. */
    Optional<SecurityProfiles.Profile> profile(String id) {
        return records.look(id)
                .map(stored -> stored.answers().stream()
                        .map(answer -> new SecurityProfiles.Criterion(
                                answer.criterion(),
                                isMust(answer.criterion()) ? Level.MUST.name() : Level.SHOULD.name(),
                                answer.state().name(),
                                answer.givenIn().orElse(0L),
                                false,
                                null,
                                false,
                                null))
                        .toList())
                .map(criteria -> new SecurityProfiles.Profile(criteria, new SecurityProfiles.Partners("1", List.of())));
    }

    /** Whether a criterion that must be met is found not met. */
    boolean mustFailed(String id) {
        return !answers(id, answer -> answer.state() == Answer.State.REJECTED && isMust(answer.criterion()))
                .isEmpty();
    }

    private boolean isMust(String criterion) {
        return catalogue.all().stream().anyMatch(c -> c.isMust() && c.id().equals(criterion));
    }

    Assessment.State state(String id) {
        return records.look(id).orElseThrow().assessment().state();
    }

    List<CorrectiveAction> mustActions(String id) {
        return records.look(id).orElseThrow().assessment().actions().stream()
                .filter(action -> action.level() == Level.MUST)
                .toList();
    }

    /** Answers what is missing or was rejected, and hands the profile in. */
    void handIn(String id, Actor owner) {
        var open =
                answers(id, answer -> answer.state() == Answer.State.EMPTY || answer.state() == Answer.State.REJECTED);
        if (!open.isEmpty()) {
            var answers = open.stream()
                    .map(answer -> AnswerCommand.of(answer.criterion(), "YES"))
                    .toList();
            records.change(id, Command.by(owner), a -> a.answer(answers, catalogue, owner, clock.now(a)));
        }
        records.change(id, Command.by(owner), a -> a.submit(catalogue, owner, clock.now(a)));
    }

    /** @param rejected which criteria the assessor finds not met */
    void assess(String id, Predicate<String> rejected, Actor assessor) {
        var judgements = answers(id, answer -> !answer.state().isJudged()).stream()
                .map(Answer::criterion)
                .map(c -> rejected.test(c) ? Judgement.reject(c, "This is not enough.") : Judgement.accept(c))
                .toList();
        if (!judgements.isEmpty()) {
            records.change(id, Command.by(assessor), a -> a.review(judgements, catalogue, assessor, clock.now(a)));
        }
        records.change(id, Command.by(assessor), a -> a.complete("", rules, assessor, clock.now(a)));
    }

    void proposeAction(String id, Actor assessor) {
        var must = catalogue.all().getFirst().id();
        records.change(
                id,
                Command.by(assessor),
                a -> a.proposeAction(ScopedCriterion.of(must), "Seals", rules, assessor, clock.now(a)));
    }

    void act(String id, String action, ActionStep step, Actor actor) {
        records.change(id, Command.by(actor), a -> a.act(action, step, actor, clock.now(a)));
    }

    private List<Answer> answers(String id, Predicate<Answer> which) {
        return records.look(id).orElseThrow().answers().stream().filter(which).toList();
    }

    private static Catalogue catalogue() {
        var from = LocalDate.of(2026, 1, 1);
        var criteria = new ArrayList<Criterion>();
        for (var category : Category.values()) {
            int number = criteria.size();
            criteria.add(new Criterion(
                    "CRA" + (char) ('A' + number % 8) + (2 + number / 8),
                    1,
                    category,
                    number < 3 ? Level.MUST : Level.SHOULD,
                    Set.of(LineOfBusiness.values()),
                    AnswerType.YES_NO,
                    OptionalInt.empty(),
                    new LocalText("A criterion", "Un critère"),
                    new LocalText("Guidance", "Conseils"),
                    new EvidenceRequirement(Set.of(EvidenceKind.OTHER), OptionalInt.empty(), false),
                    from,
                    Optional.empty(),
                    Map.of(),
                    Set.of(Threat.CONTRABAND),
                    AnswerLevel.COMPANY));
        }
        return new Catalogue("simulation", from, criteria, Set.of(LineOfBusiness.values()), SitePolicy.EVERYWHERE);
    }

    private static final class Applications implements ApplicationSnapshots {

        private final Map<String, ApplicationSnapshot> newest = new HashMap<>();

        @Override
        public boolean keepNewest(ApplicationSnapshot application) {
            return newest.merge(application.id(), application, (a, b) -> b.version() > a.version() ? b : a)
                    == application;
        }

        @Override
        public Optional<ApplicationSnapshot> find(String id) {
            return Optional.ofNullable(newest.get(id));
        }
    }

    private static final class MembershipsSeen implements MembershipSnapshots {

        private final Map<String, MembershipSnapshot> newest = new HashMap<>();

        @Override
        public boolean keepNewest(MembershipSnapshot membership) {
            return newest.merge(membership.id(), membership, (a, b) -> b.version() > a.version() ? b : a) == membership;
        }

        @Override
        public Optional<MembershipSnapshot> find(String id) {
            return Optional.ofNullable(newest.get(id));
        }
    }

    /** The programme's days are good enough. */
    private static final class NoSites implements CompanySites {

        @Override
        public void keepNewest(String businessNumber, long version, Sites sites) {}

        @Override
        public List<SiteFunctions> functionsOf(String businessNumber) {
            return List.of();
        }

        @Override
        public Optional<List<Place>> sitesOf(String businessNumber) {
            return Optional.empty();
        }

        @Override
        public Set<ZoneId> zonesOf(String businessNumber) {
            return Set.of();
        }
    }
}
