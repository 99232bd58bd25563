package org.trustedtrader.assessment.assessment;

import static org.trustedtrader.assessment.assessment.AssessmentState.CLOSED;
import static org.trustedtrader.assessment.assessment.AssessmentState.COMPLETED;
import static org.trustedtrader.assessment.assessment.AssessmentState.OPEN;
import static org.trustedtrader.assessment.assessment.AssessmentState.REOPENED;
import static org.trustedtrader.assessment.assessment.AssessmentState.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * The security assessment of one application, whose id it shares. The company fills in and submits its profile, an
 * assessor judges every answer and completes it with a risk rating and, for each failed MUST, a corrective action.
 */
public final class Assessment extends Aggregate {

    private final Parties parties;
    private final Instant openedAt;
    private final SecurityProfile profile;
    private final EvidenceFolder evidence;
    private final ActionPlan actions;
    private Set<LineOfBusiness> linesOfBusiness;
    private String catalogueVersion;
    private AssessmentState state;
    private SupplyChain supplyChain;
    private @Nullable RiskAssessment risk;
    private @Nullable Instant submittedAt;
    private @Nullable Instant completedAt;

    public Assessment(Stored stored, AssessmentSnapshot snapshot) {
        super(stored);
        parties = new Parties(snapshot.company(), snapshot.assessors(), snapshot.exempters());
        openedAt = snapshot.openedAt();
        profile = new SecurityProfile(snapshot.answers());
        evidence = new EvidenceFolder(snapshot.evidence());
        actions = new ActionPlan(snapshot.actions());
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
        var stored = new Stored(application.id(), 0, Map.of());
        var assessment = new Assessment(stored, AssessmentSnapshot.empty(application, catalogue, now));
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
        state.guard("answer the security profile", OPEN, REOPENED, SUBMITTED);
        parties.ownCompanyOnly(actor);
        new Answering(profile, catalogue, state, AssessmentRules.day(now)).take(given);
        note("answered", actor, now, given.size() + " answered");
    }

    public void attach(EvidenceFile file, Actor actor, Instant now) {
        state.guard("attach evidence", OPEN, REOPENED, SUBMITTED, COMPLETED);
        parties.ownCompanyOnly(actor);
        profile.asked(file.criterion(), "criterion");
        evidence.add(file);
        note("evidence-attached", actor, now, file.criterion() + " sha256 " + file.sha256());
    }

    public void declare(SupplyChain newChain, Actor actor, Instant now) {
        state.guard("declare the supply chain", OPEN, REOPENED, SUBMITTED);
        parties.ownCompanyOnly(actor);
        supplyChain = newChain;
        note("supply-chain-declared", actor, now, newChain.legs().size() + " legs");
    }

    /** Refused with the list of what is not answered. */
    public void submit(Catalogue catalogue, Actor actor, Instant now) {
        state.guard("submit the security profile", OPEN, REOPENED);
        parties.ownCompanyOnly(actor);
        checks(catalogue, now).mustBeAnswered();
        submittedAt = now;
        move(SUBMITTED, "submitted", actor, now, "");
    }

    /** Any number of judgements, all or none. */
    public void review(List<Judgement> judgements, Catalogue catalogue, Actor actor, Instant now) {
        state.guard("review the security profile", SUBMITTED);
        parties.assess(actor);
        new Judging(profile, checks(catalogue, now)).take(judgements);
        note("reviewed", actor, now, judgements.size() + " judged");
    }

    /** A special consideration: recorded, limited in time, and granted by nobody who assessed this file. */
    public void exempt(String criterion, String reason, LocalDate until, Actor actor, Instant now) {
        state.guard("exempt the company from a criterion", SUBMITTED);
        parties.exempt(actor);
        profile.change(criterion, "criterion", answer -> answer.exempted(reason, until, AssessmentRules.day(now)));
        note("exempted", actor, now, criterion + " until " + until + ": " + reason);
    }

    /** Rates the risk and proposes an action for each failed MUST that has no open one. */
    public void complete(String comment, AssessmentRules rules, Actor actor, Instant now) {
        state.guard("complete the assessment", SUBMITTED);
        parties.assess(actor);
        var checks = checks(rules.catalogues().kept(catalogueVersion), now);
        checks.mustBeJudged();
        checks.proposeInto(actions, rules.dueOn(now));
        risk = rules.riskModel().assess(supplyChain, checks.failures(), catalogueVersion, now);
        completedAt = now;
        String rating = risk.outcome().rating() + ". " + risk.outcome().explanation();
        move(COMPLETED, "completed", actor, now, comment.isBlank() ? rating : rating + " " + comment);
    }

    public void reopen(ReopeningCause cause, String reason, Actor actor, Instant now) {
        state.guard("reopen the assessment", COMPLETED);
        parties.assess(actor);
        completedAt = null;
        move(REOPENED, "reopened", actor, now, cause + ": " + reason);
    }

    /** Takes over a newer catalogue: answers stay, changed criteria have to be answered again before submitting. */
    public void adopt(Catalogue newer, Actor actor, Instant now) {
        state.guard("adopt another catalogue", OPEN, REOPENED);
        parties.ownCompanyOnly(actor);
        String before = catalogueVersion;
        catalogueVersion = newer.version();
        profile.ask(newer.applicableTo(linesOfBusiness));
        note("catalogue-adopted", actor, now, before + " → " + catalogueVersion);
    }

    /** An action beyond those that completing proposes by itself. */
    public void proposeAction(String criterion, String weakness, AssessmentRules rules, Actor actor, Instant now) {
        state.guard("propose a corrective action", SUBMITTED, COMPLETED, REOPENED);
        parties.assess(actor);
        var checks = checks(rules.catalogues().kept(catalogueVersion), now);
        Criterion weak = checks.criterion(profile.asked(criterion, "criterion"));
        var action = actions.propose(weak, weakness, rules.dueOn(now));
        note("action-proposed", actor, now, action.id());
    }

    /** The company and the officers take turns; the history says what became of the action. */
    public void act(String actionId, ActionStep step, Actor actor, Instant now) {
        state.guard("work on a corrective action", SUBMITTED, COMPLETED, REOPENED);
        parties.take(step, actor);
        CorrectiveAction before = actions.change(actionId, step.verb());
        CorrectiveAction after = actions.find(actionId);
        String what = actionId + ": " + before.state() + " → " + after.state() + ", due " + after.dueOn();
        note(step.name(), actor, now, what);
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
        return parties.mayRead(actor);
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
                parties.company(),
                linesOfBusiness,
                catalogueVersion,
                state,
                profile.all(),
                evidence.all(),
                supplyChain,
                Optional.ofNullable(risk),
                actions.all(),
                parties.assessors(),
                parties.exempters(),
                openedAt,
                Optional.ofNullable(submittedAt),
                Optional.ofNullable(completedAt));
    }

    private ProfileChecks checks(Catalogue catalogue, Instant now) {
        return new ProfileChecks(profile, evidence, catalogue, AssessmentRules.day(now));
    }

    private void note(String name, Actor actor, Instant now, String what) {
        record(Change.within(state.name(), name, actor, now).because(what));
    }

    private void move(AssessmentState to, String name, Actor actor, Instant now, String reason) {
        record(Change.between(state, to, name, actor, now).because(reason));
        state = to;
    }
}
