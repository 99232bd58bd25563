package org.trustedtrader.assessment.assessment;

import static org.trustedtrader.assessment.assessment.AssessmentState.CLOSED;
import static org.trustedtrader.assessment.assessment.AssessmentState.COMPLETED;
import static org.trustedtrader.assessment.assessment.AssessmentState.OPEN;
import static org.trustedtrader.assessment.assessment.AssessmentState.REOPENED;
import static org.trustedtrader.assessment.assessment.AssessmentState.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.action.ActionPlan;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.SupplyChain;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The security assessment of one application, whose id it shares. The company fills in and submits its profile, an assessor
 * judges every answer and completes it with a risk rating and, for each failed MUST, a corrective action.
 */
public final class Assessment extends Aggregate {

    private static final Set<String> READERS = Set.of(
            "intake-officer",
            "assessor",
            "validator",
            "approver",
            "intelligence-officer",
            "auditor",
            "programme-manager",
            "service");

    private final String company;
    private final Instant openedAt;
    private final SecurityProfile profile;
    private final EvidenceFolder evidence;
    private final ActionPlan actions;
    private final Set<String> assessors;
    private Set<LineOfBusiness> linesOfBusiness;
    private String catalogueVersion;
    private AssessmentState state;
    private SupplyChain supplyChain;
    private @Nullable RiskAssessment risk;
    private @Nullable Instant submittedAt;
    private @Nullable Instant completedAt;

    public Assessment(Stored stored, AssessmentSnapshot snapshot) {
        super(stored);
        company = snapshot.company();
        openedAt = snapshot.openedAt();
        profile = new SecurityProfile(snapshot.answers());
        evidence = new EvidenceFolder(snapshot.evidence());
        actions = new ActionPlan(snapshot.actions());
        assessors = new LinkedHashSet<>(snapshot.assessors());
        linesOfBusiness = Set.copyOf(snapshot.linesOfBusiness());
        catalogueVersion = snapshot.catalogueVersion();
        state = snapshot.state();
        supplyChain = snapshot.supplyChain();
        risk = snapshot.risk().orElse(null);
        submittedAt = snapshot.submittedAt().orElse(null);
        completedAt = snapshot.completedAt().orElse(null);
    }

    /** Asks what the application's lines of business are asked today. */
    public static Assessment open(ApplicationHeard application, Catalogue catalogue, Actor actor, Instant now) {
        var nothing = new AssessmentSnapshot(
                application.company(),
                application.linesOfBusiness(),
                catalogue.version(),
                OPEN,
                SecurityProfile.asking(catalogue.applicableTo(application.linesOfBusiness()))
                        .all(),
                List.of(),
                SupplyChain.UNDECLARED,
                Optional.empty(),
                List.of(),
                Set.of(),
                now,
                Optional.empty(),
                Optional.empty());
        var assessment = new Assessment(new Stored(application.id(), 0, Map.of()), nothing);
        assessment.takesIn(application.subject(), application.version());
        assessment.record(Change.birth(OPEN.name(), "opened", actor, now));
        return assessment;
    }

    /** Follows the application: other lines of business are asked other criteria, and its end is the end of this. */
    public void follow(ApplicationHeard application, Catalogue catalogue, Actor actor, Instant now) {
        if (!takesIn(application.subject(), application.version()) || state == CLOSED) {
            return;
        }
        if (application.hasEnded()) {
            move(CLOSED, "closed", actor, now, "The application is " + application.state() + ".");
        } else if (!application.linesOfBusiness().equals(linesOfBusiness)) {
            linesOfBusiness = application.linesOfBusiness();
            profile.ask(catalogue.applicableTo(linesOfBusiness));
            move(state == COMPLETED ? REOPENED : state, "lines-changed", actor, now, "");
        }
    }

    /** One change for any number of answers, all or none; a settled answer is out of reach while it is under review. */
    public void answer(List<GivenAnswer> given, Catalogue catalogue, Actor actor, Instant now) {
        guard("answer the security profile", OPEN, REOPENED, SUBMITTED);
        ownCompanyOnly(actor);
        new Answering(profile, catalogue, state, AssessmentRules.day(now)).take(given);
        record(Change.within(state.name(), "answered", actor, now).because(given.size() + " answered"));
    }

    public void attach(EvidenceFile file, Actor actor, Instant now) {
        guard("attach evidence", OPEN, REOPENED, SUBMITTED, COMPLETED);
        ownCompanyOnly(actor);
        profile.asked(file.criterion(), "criterion");
        evidence.add(file);
        record(Change.within(state.name(), "evidence-attached", actor, now)
                .because(file.criterion() + " sha256 " + file.sha256()));
    }

    public void declare(SupplyChain newChain, Actor actor, Instant now) {
        guard("declare the supply chain", OPEN, REOPENED, SUBMITTED);
        ownCompanyOnly(actor);
        supplyChain = newChain;
        record(Change.within(state.name(), "supply-chain-declared", actor, now));
    }

    /** Refused with the list of what is not answered. */
    public void submit(Catalogue catalogue, Actor actor, Instant now) {
        guard("submit the security profile", OPEN, REOPENED);
        ownCompanyOnly(actor);
        var gaps = checks(catalogue, now).unanswered();
        if (!gaps.isEmpty()) {
            throw new Refusal.RuleBroken("profile-incomplete", gaps.size() + " criteria are not answered yet.", gaps);
        }
        submittedAt = now;
        move(SUBMITTED, "submitted", actor, now, "");
    }

    /** Any number of judgements, all or none. */
    public void review(List<Judgement> judgements, Catalogue catalogue, Actor actor, Instant now) {
        guard("review the security profile", SUBMITTED);
        othersOnly(actor);
        new Judging(profile, checks(catalogue, now)).take(judgements);
        assessors.add(actor.id());
        record(Change.within(state.name(), "reviewed", actor, now).because(judgements.size() + " judged"));
    }

    /** A special consideration: recorded, limited in time, and granted by nobody who assessed this file. */
    public void exempt(String criterion, String reason, LocalDate until, Actor actor, Instant now) {
        guard("exempt the company from a criterion", SUBMITTED);
        othersOnly(actor);
        if (assessors.contains(actor.id())) {
            throw new Refusal.NotAllowed("Whoever assessed this file may not exempt the company from a criterion.");
        }
        if (!until.isAfter(AssessmentRules.day(now))) {
            throw new Refusal.InvalidInput("until", "An exemption ends on a day in the future.");
        }
        profile.change(criterion, "criterion", answer -> answer.exempted(reason, until));
        record(Change.within(state.name(), "exempted", actor, now)
                .because(criterion + " until " + until + ": " + reason));
    }

    /** Rates the risk and proposes an action for each failed MUST that has no open one. */
    public void complete(String comment, AssessmentRules rules, Actor actor, Instant now) {
        guard("complete the assessment", SUBMITTED);
        othersOnly(actor);
        var checks = checks(rules.catalogues().kept(catalogueVersion), now);
        var doubts = checks.unjudged();
        if (!doubts.isEmpty()) {
            throw new Refusal.RuleBroken("answers-not-judged", doubts.size() + " answers are not judged yet.", doubts);
        }
        LocalDate dueOn = AssessmentRules.day(now).plusDays(rules.actionDueDays());
        checks.failedMusts()
                .filter(answer -> !actions.hasOpenFor(answer.criterion()))
                .forEach(answer -> actions.propose(
                        checks.criterion(answer), answer.comment().orElse("The criterion is not met."), dueOn));
        risk = rules.riskModel().assess(supplyChain, checks.failures(), catalogueVersion, now);
        assessors.add(actor.id());
        completedAt = now;
        String rating = risk.outcome().rating() + ". " + risk.outcome().explanation();
        move(COMPLETED, "completed", actor, now, comment.isBlank() ? rating : rating + " " + comment);
    }

    public void reopen(ReopeningCause cause, String reason, Actor actor, Instant now) {
        guard("reopen the assessment", COMPLETED);
        othersOnly(actor);
        completedAt = null;
        move(REOPENED, "reopened", actor, now, cause + ": " + reason);
    }

    /** Takes over a newer catalogue: answers stay, changed criteria have to be answered again before submitting. */
    public void adopt(Catalogue newer, Actor actor, Instant now) {
        guard("adopt another catalogue", OPEN, REOPENED);
        ownCompanyOnly(actor);
        String before = catalogueVersion;
        catalogueVersion = newer.version();
        profile.ask(newer.applicableTo(linesOfBusiness));
        record(Change.within(state.name(), "catalogue-adopted", actor, now)
                .because(before + " → " + catalogueVersion));
    }

    /** An action beyond those that completing proposes by itself. */
    public CorrectiveAction proposeAction(
            String criterion, String weakness, AssessmentRules rules, Actor actor, Instant now) {
        guard("propose a corrective action", SUBMITTED, COMPLETED, REOPENED);
        othersOnly(actor);
        profile.asked(criterion, "criterion");
        Criterion failed = rules.catalogues()
                .kept(catalogueVersion)
                .find(criterion)
                .orElseThrow();
        var action =
                actions.propose(failed, weakness, AssessmentRules.day(now).plusDays(rules.actionDueDays()));
        record(Change.within(state.name(), "action-proposed", actor, now).because(action.id()));
        return action;
    }

    /** The company works on an action: agrees, starts, submits. */
    public void companyActs(
            String actionId, String name, UnaryOperator<CorrectiveAction> verb, Actor actor, Instant now) {
        ownCompanyOnly(actor);
        act(actionId, name, verb, actor, now);
    }

    /** An officer judges an action or grants more time. */
    public void officerActs(
            String actionId, String name, UnaryOperator<CorrectiveAction> verb, Actor actor, Instant now) {
        othersOnly(actor);
        act(actionId, name, verb, actor, now);
    }

    /** The rating that counts or, before there is one, what it would be as of now. */
    public RiskAssessment risk(RiskModel model, Catalogue catalogue, Instant now) {
        return risk != null && isRated()
                ? risk
                : model.assess(supplyChain, checks(catalogue, now).failures(), catalogueVersion, now);
    }

    /** Whether the stored rating counts as it is, rather than one that would be computed as of now. */
    public boolean isRated() {
        return risk != null && (state == COMPLETED || state == CLOSED);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(company) || actor.roles().stream().anyMatch(READERS::contains);
    }

    public String catalogueVersion() {
        return catalogueVersion;
    }

    public SecurityProfile profile() {
        return profile;
    }

    public EvidenceFolder evidence() {
        return evidence;
    }

    public ActionPlan actions() {
        return actions;
    }

    public AssessmentSnapshot snapshot() {
        return new AssessmentSnapshot(
                company,
                linesOfBusiness,
                catalogueVersion,
                state,
                profile.all(),
                evidence.all(),
                supplyChain,
                Optional.ofNullable(risk),
                actions.all(),
                Set.copyOf(assessors),
                openedAt,
                Optional.ofNullable(submittedAt),
                Optional.ofNullable(completedAt));
    }

    private void act(String actionId, String name, UnaryOperator<CorrectiveAction> verb, Actor actor, Instant now) {
        guard("work on a corrective action", SUBMITTED, COMPLETED, REOPENED);
        CorrectiveAction before = actions.change(actionId, verb);
        CorrectiveAction after = actions.find(actionId);
        String what = actionId + ": " + before.state() + " → " + after.state() + ", due " + after.dueOn();
        record(Change.within(state.name(), name, actor, now).because(what));
    }

    private ProfileChecks checks(Catalogue catalogue, Instant now) {
        return new ProfileChecks(profile, evidence, catalogue, AssessmentRules.day(now));
    }

    private void move(AssessmentState to, String name, Actor actor, Instant now, String reason) {
        AssessmentState from = state;
        state = to;
        record(Change.between(from, to, name, actor, now).because(reason));
    }

    private void ownCompanyOnly(Actor actor) {
        if (!actor.belongsTo(company)) {
            throw new Refusal.NotAllowed("Only the company itself may do this.");
        }
    }

    private void othersOnly(Actor actor) {
        if (actor.belongsTo(company)) {
            throw new Refusal.NotAllowed("Nobody judges the file of a company that they belong to.");
        }
    }

    private void guard(String command, AssessmentState... possibleIn) {
        if (!List.of(possibleIn).contains(state)) {
            throw new Refusal.WrongState(
                    command,
                    state.name(),
                    Arrays.stream(possibleIn).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }
}
