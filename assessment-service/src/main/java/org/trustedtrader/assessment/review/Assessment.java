package org.trustedtrader.assessment.review;

import static org.trustedtrader.assessment.review.Assessment.State.CLOSED;
import static org.trustedtrader.assessment.review.Assessment.State.COMPLETED;
import static org.trustedtrader.assessment.review.Assessment.State.OPEN;
import static org.trustedtrader.assessment.review.Assessment.State.REOPENED;
import static org.trustedtrader.assessment.review.Assessment.State.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.action.ActionPlan;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EarlierProfile;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceFolder;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.assessment.profile.ProfileAnswers;
import org.trustedtrader.assessment.profile.ProfileRules;
import org.trustedtrader.assessment.profile.ProfileScopes;
import org.trustedtrader.assessment.profile.SecurityProfile;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The security assessment of one application, whose id it shares. The company fills in and submits its profile, an
 * assessor judges every answer and completes it with a risk rating and, for each failed MUST, a corrective action.
 */
public final class Assessment extends StatefulAggregate<Assessment.State> {

    private final Participants participants;
    private final Instant openedAt;
    private final ProfileScopes profiles;
    private final EvidenceFolder evidence;
    private final ActionPlan actions;
    private Set<LineOfBusiness> linesOfBusiness;
    private List<SiteFunctions> sites;
    private String catalogueVersion;
    private SupplyChain supplyChain;
    private @Nullable RiskAssessment risk;
    private @Nullable Instant submittedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant revalidationOpenedAt;
    private @Nullable Instant changesStatedAt;

    /** {@code OPEN → SUBMITTED → COMPLETED → REOPENED → SUBMITTED …}; CLOSED when the application or the membership has ended. */
    public enum State {
        OPEN,
        SUBMITTED,
        COMPLETED,
        REOPENED,
        CLOSED
    }

    /** Why a completed assessment is taken up again. */
    public enum ReopeningCause {
        INCIDENT,
        CHANGE,
        OFFICER,
        /** Opens with the membership's revalidation and never by hand. */
        REVALIDATION
    }

    /**
     * The stored state.
     *
     * @param profile   of the company as a whole; absent in a document of a version that kept all answers in the assessment
     * @param answers   those that the profile's version set, until their own record is known to have them; all of them in
     *                  a document without {@code profile}
     * @param assessors actor ids of the officers who judged the profile, worked on its actions or opened it again
     * @param exempters actor ids of the approvers who exempted the company from a criterion
     * @param revalidationOpenedAt the opening of the newest revalidation for which the company refreshes its profile
     * @param changesStatedAt the newest submission of an annual review whose changes it has taken in
     * @param exemptionProposals what an approver has to grant
     * @param scopes    the profiles of lines and sites, those that ended too
     * @param sites     of the company, as far as the catalogue asks sites
     */
    public record Snapshot(
            String company,
            Set<LineOfBusiness> linesOfBusiness,
            String catalogueVersion,
            State state,
            Optional<SecurityProfile.Reference> profile,
            List<Answer> answers,
            List<EvidenceFile> evidence,
            SupplyChain supplyChain,
            Optional<RiskAssessment> risk,
            List<CorrectiveAction> actions,
            Set<String> assessors,
            Set<String> exempters,
            Instant openedAt,
            Optional<Instant> submittedAt,
            Optional<Instant> completedAt,
            Optional<Instant> revalidationOpenedAt,
            Optional<Instant> changesStatedAt,
            List<ExemptionProposal> exemptionProposals,
            List<ProfileScopes.StoredScope> scopes,
            List<SiteFunctions> sites) {

        /** Every officer with a hand in the result, in order: none of them decides on the application. */
        public List<String> officers() {
            var officers = new TreeSet<>(assessors);
            officers.addAll(exempters);
            return List.copyOf(officers);
        }
    }

    private Assessment(Stored stored, Snapshot snapshot, ProfileScopes profiles) {
        super(stored, snapshot.state());
        participants = new Participants(
                snapshot.company(), snapshot.assessors(), snapshot.exempters(), snapshot.exemptionProposals());
        openedAt = snapshot.openedAt();
        this.profiles = profiles;
        evidence = new EvidenceFolder(snapshot.evidence());
        actions = new ActionPlan(snapshot.actions());
        linesOfBusiness = SortedSets.copyOf(snapshot.linesOfBusiness());
        sites = List.copyOf(snapshot.sites());
        catalogueVersion = snapshot.catalogueVersion();
        supplyChain = snapshot.supplyChain();
        risk = snapshot.risk().orElse(null);
        submittedAt = snapshot.submittedAt().orElse(null);
        completedAt = snapshot.completedAt().orElse(null);
        revalidationOpenedAt = snapshot.revalidationOpenedAt().orElse(null);
        changesStatedAt = snapshot.changesStatedAt().orElse(null);
    }

    /** @param answers reads the answers of the version that the snapshot refers to, of one scope */
    public static Assessment restore(Stored stored, Snapshot snapshot, Function<Scope, List<Answer>> answers) {
        var all = new ArrayList<ProfileScopes.StoredScope>();
        all.add(new ProfileScopes.StoredScope(
                Scope.COMPANY, false, snapshot.profile().orElseThrow(), snapshot.answers()));
        all.addAll(snapshot.scopes());
        return new Assessment(stored, snapshot, ProfileScopes.restore(all, answers));
    }

    /**
     * From a document of the version that kept all answers in the assessment.
     *
     * @param profileVersion see {@link SecurityProfile#inAssessment}
     */
    public static Assessment restoreWithAnswers(Stored stored, Snapshot snapshot, long profileVersion) {
        return new Assessment(stored, snapshot, ProfileScopes.inAssessment(profileVersion, snapshot.answers()));
    }

    /** Asks what the application's lines of business and the company's sites are asked today. */
    public static Assessment open(
            ApplicationSnapshot application, List<SiteFunctions> sites, Catalogue catalogue, Actor actor, Moment now) {
        var asked = catalogue.asksSites() ? sites : List.<SiteFunctions>of();
        var snapshot = new Snapshot(
                application.company(),
                application.linesOfBusiness(),
                catalogue.version(),
                OPEN,
                Optional.empty(),
                List.of(),
                List.of(),
                SupplyChain.UNDECLARED,
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                now.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                asked);
        var profiles = ProfileScopes.asking(catalogue.askedOf(application.linesOfBusiness(), asked));
        var assessment = new Assessment(new Stored(application.id(), 0, Map.of()), snapshot, profiles);
        assessment.takesIn(application.subject(), application.version());
        assessment.record(Change.birth(OPEN.name(), "opened", actor, now.at()));
        return assessment;
    }

    /**
     * Follows the application: other lines of business are asked other criteria, and its end is the end of this. Lines that were
     * denied or given up leave nothing to judge, so that a completed assessment stays so.
     */
    public void follow(ApplicationSnapshot application, Catalogue catalogue, Actor actor, Moment now) {
        if (!takesIn(application.subject(), application.version()) || state() == CLOSED) {
            return;
        }
        if (application.hasEnded()) {
            move(CLOSED, "closed", actor, now, "The application is " + application.state() + ".");
        } else if (!application.isApproved() && !application.linesOfBusiness().equals(linesOfBusiness)) {
            var fewer = linesOfBusiness.containsAll(application.linesOfBusiness());
            linesOfBusiness = application.linesOfBusiness();
            ask(catalogue);
            move(state() == COMPLETED && !fewer ? REOPENED : state(), "lines-changed", actor, now, "");
        }
    }

    /**
     * Takes part in the membership's revalidation: a completed assessment is opened again, so that the company refreshes its
     * profile and hands it in, for the lines of business that the membership has now. Its answers stand, and what officers
     * accepted has to be judged again. An assessment that is with the company or under review already serves the revalidation as
     * it goes on. The end of the membership is the end of this.
     */
    public void follow(MembershipSnapshot membership, Catalogue catalogue, Actor actor, Moment now) {
        if (membership.hasEnded()) {
            endWith(membership, actor, now);
            return;
        }
        var opening = membership.revalidationOpenedAt().orElse(null);
        if (opening == null || opening.equals(revalidationOpenedAt) || state() == CLOSED) {
            return;
        }
        if (!takesIn(membership.subject(), membership.version())) {
            return;
        }
        revalidationOpenedAt = opening;
        if (!membership.linesOfBusiness().isEmpty()
                && !membership.linesOfBusiness().equals(linesOfBusiness)) {
            linesOfBusiness = membership.linesOfBusiness();
            ask(catalogue);
        }
        if (state() == COMPLETED || state() == REOPENED) {
            profiles.judgeAgain((scope, answer) -> true);
        }
        if (state() == COMPLETED) {
            completedAt = null;
        }
        String reason = ReopeningCause.REVALIDATION + ": the membership's revalidation was opened at " + opening;
        move(state() == COMPLETED ? REOPENED : state(), "revalidation-opened", actor, now, reason);
    }

    /** A new site is asked what it has to answer; one that was closed is asked nothing more. The state stays. */
    public void follow(List<SiteFunctions> companySites, Catalogue catalogue, Actor actor, Moment now) {
        if (state() == CLOSED || !catalogue.asksSites() || sites.equals(companySites)) {
            return;
        }
        sites = List.copyOf(companySites);
        ask(catalogue);
        note(
                "sites-changed",
                actor,
                now,
                sites.stream().map(SiteFunctions::siteId).sorted().collect(Collectors.joining(", ")));
    }

    private void endWith(MembershipSnapshot membership, Actor actor, Moment now) {
        if (state() != CLOSED && takesIn(membership.subject(), membership.version())) {
            move(
                    CLOSED,
                    "closed",
                    actor,
                    now,
                    "The membership is " + membership.state().orElseThrow() + ".");
        }
    }

    /**
     * Takes in the changes that the company stated in its annual review: a completed assessment is opened again for the cause
     * CHANGE, so that the company gives the changed answers and hands them in. Officers judge these answers again.
     */
    public void follow(AnnualReviewSnapshot review, Actor actor, Moment now) {
        var stated = review.changesStatedAt().orElse(null);
        if (stated == null || changesStatedAt != null && !stated.isAfter(changesStatedAt) || state() == CLOSED) {
            return;
        }
        if (!takesIn(review.subject(), review.version())) {
            return;
        }
        changesStatedAt = stated;
        profiles.judgeAgain(
                (scope, answer) -> review.changed().contains(new ScopedCriterion(scope, answer.criterion())));
        if (state() == COMPLETED) {
            completedAt = null;
        }
        String reason = ReopeningCause.CHANGE + ": the annual review states changes of "
                + review.changed().stream().map(ScopedCriterion::key).sorted().toList();
        move(state() == COMPLETED ? REOPENED : state(), "changes-stated", actor, now, reason);
    }

    /** One change for any number of answers, all or none; a settled answer is out of reach while it is under review. */
    public void answer(List<AnswerCommand> answers, Catalogue catalogue, Actor actor, Moment now) {
        require("answer the security profile", OPEN, REOPENED, SUBMITTED);
        participants.ownCompanyOnly(actor);
        rules(catalogue, now).mayBeAnswered(answers, state() == SUBMITTED);
        profiles.answer(answers, catalogue);
        note(
                "answered",
                actor,
                now,
                answers.size() + " answered" + where(answers.stream().map(AnswerCommand::scope)));
    }

    /**
     * Takes over, for a line or a site, what the company as a whole answered before lines and sites were asked; only where there is
     * no answer yet. Such an answer brings the company's evidence and says that it was carried over.
     */
    public void carryOver(Scope scope, Catalogue catalogue, Actor actor, Moment now) {
        require("answer the security profile", OPEN, REOPENED, SUBMITTED);
        participants.ownCompanyOnly(actor);
        var answers = profiles.carriedOverTo(scope, catalogue, now);
        if (answers.isEmpty()) {
            throw new Refusal.RuleBroken("nothing-to-carry-over", Message.of("assessment.carry-over.nothing"));
        }
        profiles.answer(answers, catalogue);
        note("carried-over", actor, now, answers.size() + " answers to " + scope);
    }

    /** What fits of an earlier profile becomes answers and evidence of this one; the files keep the day of their attaching. */
    public void takeOver(Assessment earlier, Catalogue catalogue, EvidenceRules limits, Actor actor, Moment now) {
        require("take over an earlier profile", OPEN);
        participants.ownCompanyOnly(actor);
        var offer = earlier.asEarlierProfile().offerTo(profiles, catalogue, now);
        if (offer.answers().isEmpty()) {
            throw new Refusal.RuleBroken("nothing-to-take-over", Message.of("assessment.take-over.nothing"));
        }
        offer.evidence().forEach(file -> evidence.add(file, limits));
        profiles.answer(offer.answers(), catalogue);
        String what = offer.answers().size() + " answers, " + offer.evidence().size() + " files";
        note("profile-taken-over", actor, now, earlier.id() + ": " + what);
    }

    EarlierProfile asEarlierProfile() {
        var answers = profiles.all().stream()
                .collect(Collectors.toMap(
                        ProfileScopes.ScopeProfile::scope, one -> one.profile().all()));
        return new EarlierProfile(answers, evidence.all());
    }

    public void attach(EvidenceFile file, EvidenceRules limits, Actor actor, Moment now) {
        require("attach evidence", OPEN, REOPENED, SUBMITTED, COMPLETED);
        participants.ownCompanyOnly(actor);
        profiles.asked(file.about(), "criterion");
        evidence.add(file, limits);
        note("evidence-attached", actor, now, file.about() + " sha256 " + file.sha256());
    }

    public void declare(SupplyChain newChain, Actor actor, Moment now) {
        require("declare the supply chain", OPEN, REOPENED, SUBMITTED);
        participants.ownCompanyOnly(actor);
        supplyChain = newChain;
        note(
                "supply-chain-declared",
                actor,
                now,
                newChain.legs().size() + " legs in " + newChain.chains().size() + " chains");
    }

    /** Refused with the list of what is not answered. */
    public void submit(Catalogue catalogue, Actor actor, Moment now) {
        require("submit the security profile", OPEN, REOPENED);
        participants.ownCompanyOnly(actor);
        rules(catalogue, now).mayBeSubmitted();
        profiles.pinSubmission();
        submittedAt = now.at();
        move(SUBMITTED, "submitted", actor, now, "");
    }

    /** Any number of judgements, all or none. */
    public void review(List<Judgement> judgements, Catalogue catalogue, Actor actor, Moment now) {
        require("review the security profile", SUBMITTED);
        participants.assess(actor);
        rules(catalogue, now).mayBeJudged(judgements);
        profiles.judge(judgements);
        note(
                "reviewed",
                actor,
                now,
                judgements.size() + " judged" + where(judgements.stream().map(Judgement::scope)));
    }

    /** Proposes an exemption, which an approver grants; a newer proposal for the criterion replaces it. */
    public void propose(ExemptionProposal exemption, Actor actor, Moment now) {
        require("propose an exemption from a criterion", SUBMITTED);
        profiles.asked(exemption.about(), "criterion");
        exemption.requirePossible(now);
        participants.propose(exemption, actor);
        note("exemption-proposed", actor, now, exemption.about() + " until " + exemption.until());
    }

    /** A special consideration: proposed by another officer, limited in time, and granted by nobody who assessed this file. */
    public void exempt(ScopedCriterion criterion, String reason, LocalDate until, Actor actor, Moment now) {
        require("exempt the company from a criterion", SUBMITTED);
        Answer.admitExemption(until, now.day());
        participants.exempt(criterion, until, actor);
        profiles.exempt(criterion, reason, until, now.day());
        note("exempted", actor, now, criterion + " until " + until + ": " + reason);
    }

    /** Rates the risk and proposes an action for each failed MUST that has no open one. */
    public void complete(String comment, AssessmentRules policy, Actor actor, Moment now) {
        require("complete the assessment", SUBMITTED);
        participants.assess(actor);
        var rules = rules(policy.catalogues().kept(catalogueVersion), now);
        rules.mayBeCompleted();
        rules.rejections().stream()
                .filter(rejection -> rejection.criterion().isMust())
                .filter(rejection -> !actions.hasOpenFor(rejection.about()))
                .forEach(rejection -> actions.propose(
                        rejection.criterion(), rejection.scope(), rejection.comment(), policy.dueOn(now.day())));
        risk = policy.riskModel()
                .assess(supplyChain, rules.chain().neededBy(), failures(rules), catalogueVersion, now.at());
        completedAt = now.at();
        String rating = risk.outcome().rating() + ". " + risk.outcome().explanation();
        move(COMPLETED, "completed", actor, now, comment.isBlank() ? rating : rating + " " + comment);
    }

    /** By an officer; the file of a revalidation is opened again by {@link #follow(MembershipSnapshot, Catalogue, Actor, Moment)}. */
    public void reopen(ReopeningCause cause, String reason, Actor actor, Moment now) {
        require("reopen the assessment", COMPLETED);
        if (cause == ReopeningCause.REVALIDATION) {
            throw new Refusal.InvalidInput("cause", Message.of("assessment.reopening.cause"));
        }
        participants.assess(actor);
        completedAt = null;
        move(REOPENED, "reopened", actor, now, cause + ": " + reason);
    }

    /**
     * A change of the company was decided to need a new assessment: a completed one is opened again. One that is with the
     * company or under review goes on and notes the change.
     */
    public void reassess(ReassessForChange.ChangeDecision decision, Actor actor, Moment now) {
        if (!takesIn(decision.subject(), decision.version()) || state() == CLOSED) {
            return;
        }
        String reason = ReopeningCause.CHANGE + ": change report " + decision.changeReportId();
        if (state() == COMPLETED) {
            completedAt = null;
            move(REOPENED, "reopened", actor, now, reason);
        } else {
            note("change-noted", actor, now, reason);
        }
    }

    /**
     * Takes over a newer catalogue: answers stay, changed criteria have to be answered again before submitting. What the company
     * answered and a line or a site has to answer now waits to be taken over there ({@link #carryOver}).
     */
    public void adopt(Catalogue newer, List<SiteFunctions> companySites, Actor actor, Moment now) {
        require("adopt another catalogue", OPEN, REOPENED);
        participants.ownCompanyOnly(actor);
        String before = catalogueVersion;
        catalogueVersion = newer.version();
        sites = newer.asksSites() ? List.copyOf(companySites) : List.of();
        ask(newer);
        note("catalogue-adopted", actor, now, before + " → " + catalogueVersion);
    }

    /** An action beyond those that completing proposes by itself. */
    public void proposeAction(
            ScopedCriterion criterion, String weakness, AssessmentRules policy, Actor actor, Moment now) {
        require("propose a corrective action", SUBMITTED, COMPLETED, REOPENED);
        participants.assess(actor);
        Criterion weak = rules(policy.catalogues().kept(catalogueVersion), now)
                .criterion(profiles.asked(criterion, "criterion"));
        var action = actions.propose(weak, criterion.scope(), weakness, policy.dueOn(now.day()));
        note("action-proposed", actor, now, action.id());
    }

    /** The company and the officers take turns; the history says what became of the action. */
    public void act(String actionId, ActionStep step, Actor actor, Moment now) {
        require("work on a corrective action", SUBMITTED, COMPLETED, REOPENED);
        participants.take(step, actor);
        CorrectiveAction before = actions.change(actionId, action -> step.verb().apply(action, now.day()));
        CorrectiveAction after = actions.find(actionId);
        String what = actionId + ": " + before.state() + " → " + after.state() + ", due " + after.dueOn();
        note(step.name(), actor, now, what);
    }

    /** The rating that counts or, before there is one, what it would be as of now. */
    public RiskAssessment risk(RiskModel model, Catalogue catalogue, Moment now) {
        var rules = rules(catalogue, now);
        return risk != null && isRated()
                ? risk
                : model.assess(supplyChain, rules.chain().neededBy(), failures(rules), catalogueVersion, now.at());
    }

    /** Whether the stored rating counts as it is, rather than one that would be computed as of now. */
    public boolean isRated() {
        return risk != null && (state() == COMPLETED || state() == CLOSED);
    }

    /** The rating that counts; empty before there is one, and while the assessment is open again. */
    public Optional<RiskAssessment> counting() {
        return isRated() ? Optional.ofNullable(risk) : Optional.empty();
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return participants.mayRead(actor);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(participants.company());
    }

    public String catalogueVersion() {
        return catalogueVersion;
    }

    /** Whose answers the profile of that scope of the assessment holds. */
    public static ProfileAnswers.Owner profileOwner(String assessmentId, Scope scope, String company) {
        return new ProfileAnswers.Owner(assessmentId, scope, company);
    }

    Instant openedAt() {
        return openedAt;
    }

    public String company() {
        return participants.company();
    }

    /** The answers of the company as a whole. */
    public SecurityProfile profile() {
        return profiles.company();
    }

    /** The answers of the company, its lines and its sites. */
    public ProfileScopes profiles() {
        return profiles;
    }

    public EvidenceFolder evidence() {
        return evidence;
    }

    public ActionPlan actions() {
        return actions;
    }

    public Snapshot snapshot() {
        var company = profiles.storedCompany();
        return new Snapshot(
                participants.company(),
                linesOfBusiness,
                catalogueVersion,
                state(),
                Optional.of(company.profile()),
                company.answers(),
                evidence.all(),
                supplyChain,
                Optional.ofNullable(risk),
                actions.all(),
                participants.assessors(),
                participants.exempters(),
                openedAt,
                Optional.ofNullable(submittedAt),
                Optional.ofNullable(completedAt),
                Optional.ofNullable(revalidationOpenedAt),
                Optional.ofNullable(changesStatedAt),
                participants.proposals(),
                profiles.storedOthers(),
                sites);
    }

    private static List<Failure> failures(ProfileRules rules) {
        return rules.rejections().stream()
                .map(rejection -> Failure.of(rejection.criterion(), rejection.scope()))
                .toList();
    }

    private ProfileRules rules(Catalogue catalogue, Moment now) {
        var chain = new ProfileRules.ChainDuty(catalogue.linesWithGoods(linesOfBusiness), supplyChain);
        return new ProfileRules(profiles, evidence, chain, catalogue, now);
    }

    private void ask(Catalogue catalogue) {
        var asked = catalogue.askedOf(linesOfBusiness, sites);
        profiles.ask(asked);
        var applicable = catalogue.applicableTo(linesOfBusiness).stream()
                .map(Criterion::id)
                .collect(Collectors.toSet());
        // A closed site's weakness is not mended by closing it: an officer verifies that it is gone.
        actions.keepAsked(about -> about.scope().site().isPresent()
                ? applicable.contains(about.criterion())
                : asked.getOrDefault(about.scope(), List.of()).stream()
                        .anyMatch(criterion -> criterion.id().equals(about.criterion())));
    }

    /** For the history: the scopes other than the company's. */
    private static String where(Stream<Scope> scopes) {
        var named = scopes.distinct()
                .filter(scope -> !scope.equals(Scope.COMPANY))
                .map(Scope::key)
                .toList();
        return named.isEmpty() ? "" : " of " + String.join(", ", named);
    }

    private void note(String name, Actor actor, Moment now, String what) {
        record(within(name, actor, now.at()).because(what));
    }

    private void move(State next, String name, Actor actor, Moment now, String reason) {
        record(to(next, name, actor, now.at()).because(reason));
    }
}
