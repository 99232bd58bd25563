package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A validation visit: the programme looks whether a company does what its security profile says. The company agrees on the
 * time; an officer who is assigned by that agreement does the rest. All instants are programme time.
 */
public final class Visit extends StatefulAggregate<VisitState> {

    private final VisitOrigin origin;
    private RiskLevel risk;
    private Schedule schedule;
    private @Nullable Fieldwork fieldwork;
    private Findings findings;
    private @Nullable Report report;
    private @Nullable Outcome outcome;
    private @Nullable Instant closedAt;
    private RequiredSites requiredSites;
    private Deviations deviations;
    private @Nullable LocalDate dueOn;

    private Visit(Stored stored, VisitSnapshot snapshot) {
        super(stored, snapshot.state());
        origin = snapshot.origin();
        risk = snapshot.risk();
        schedule = snapshot.schedule();
        fieldwork = snapshot.fieldwork();
        findings = snapshot.findings();
        report = snapshot.report();
        outcome = snapshot.outcome();
        closedAt = snapshot.closedAt();
        requiredSites = snapshot.required();
        deviations = snapshot.deviationsOrNone();
        dueOn = snapshot.dueOn();
    }

    /** Why a visit is made. An initial one belongs to an application and cannot be virtual. */
    public enum Type {
        INITIAL,
        REVALIDATION,
        POST_INCIDENT,
        AD_HOC;

        /** Whether such visits are made to all sites that an application or a revalidation requires. */
        boolean servesAFile() {
            return this == INITIAL || this == REVALIDATION;
        }
    }

    /** What a closed visit says of the company's security profile. */
    public enum Outcome {
        SATISFACTORY,
        UNSATISFACTORY
    }

    /** Who or what a visit waits for. */
    public enum Ball {
        VALIDATOR,
        COMPANY,
        THE_DAY
    }

    /** A visit that becomes due, because an assessment is completed or because an officer orders it. */
    public static Visit due(String id, VisitOrigin origin, RiskLevel risk, RequiredSites requiredSites, Actor actor) {
        return due(id, origin, risk, requiredSites, null, actor);
    }

    /** A visit that is made by a day, because a revalidation opened. */
    static Visit due(
            String id,
            VisitOrigin origin,
            RiskLevel risk,
            RequiredSites requiredSites,
            @Nullable LocalDate dueOn,
            Actor actor) {
        var visit = new Visit(new Stored(id, 0, Map.of()), VisitSnapshot.due(origin, risk, requiredSites, dueOn));
        visit.record(Change.birth(VisitState.DUE.name(), "due", actor, origin.dueSince())
                .because(origin.reason()));
        return visit;
    }

    /** The id of the visit to the site that an applicant is visited at first. */
    public static String initialId(String applicationId) {
        return "initial-" + applicationId;
    }

    /** The id of the visit to one more site. */
    static String initialId(String applicationId, String siteId) {
        return initialId(applicationId) + "-" + siteId;
    }

    public static Visit restore(Stored stored, VisitSnapshot snapshot) {
        return new Visit(stored, snapshot);
    }

    public VisitSnapshot snapshot() {
        return new VisitSnapshot(
                state(),
                origin,
                risk,
                schedule,
                findings,
                fieldwork,
                report,
                outcome,
                closedAt,
                requiredSites.orNull(),
                deviations.equals(Deviations.NONE) ? null : deviations,
                dueOn);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(origin.company()) || readsAllVisits(actor);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(origin.company());
    }

    /** The programme's officers and the platform's own services read every visit; a company reads its own. */
    static boolean readsAllVisits(Actor actor) {
        return actor.has(Roles.SERVICE) || Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    /** The company's assessment rates the risk anew; that does nothing once the visit has begun. */
    public void rerate(RiskLevel newRisk, Actor actor, Instant now) {
        if (VisitState.BEFORE_FIELDWORK.contains(state()) && newRisk != risk) {
            risk = newRisk;
            record(within("re-rated", actor, now));
        }
    }

    /** Offers slots, instead of whatever was offered or agreed before. */
    public void propose(
            Site site, Schedule.Mode mode, List<Slot> slots, SchedulingRules rules, Actor actor, Instant now) {
        require("propose slots for a visit", VisitState.BEFORE_FIELDWORK);
        snapshot().mustBeMadeAt(site);
        var offer = schedule.offering(site, mode, slots);
        rules.mustAllowOffer(this, offer, now);
        requiredSites = requiredSites.moved(snapshot().siteId(), site.id());
        schedule = offer;
        deviations = deviations.with((Deviations.SiteRemoval) null);
        moveTo(VisitState.PROPOSED, "proposed", actor, now, "");
    }

    /** Tells the company which slots are on offer; the notice counts from now. */
    public void notifyCompany(SchedulingRules rules, Actor actor, Instant now) {
        require("notify the company of slots", VisitState.PROPOSED);
        rules.mustAllowOffer(this, schedule, now);
        moveTo(VisitState.NOTIFIED, "notified", actor, now, "");
    }

    /** The company agrees on one of the slots; the officer who leads it is assigned to the visit. */
    public void confirm(int number, SchedulingRules rules, Actor actor, Instant now) {
        require("confirm a slot", VisitState.NOTIFIED);
        mustBeTheCompany(actor);
        rules.mustAllowSlot(this, number, now);
        schedule = schedule.agreeingOn(number);
        moveTo(VisitState.CONFIRMED, "confirmed", actor, now, "");
    }

    /** None of the slots suits the company; the officers offer others. */
    public void decline(String reason, Actor actor, Instant now) {
        require("decline the slots", VisitState.NOTIFIED);
        mustBeTheCompany(actor);
        schedule = schedule.withoutSlots();
        moveTo(VisitState.DUE, "declined", actor, now, reason);
    }

    /** Moves the agreed visit to another of the offered slots, at the wish of the company or of the officers. */
    public void reschedule(int number, String reason, SchedulingRules rules, Actor actor, Instant now) {
        require("reschedule a visit", VisitState.AGREED);
        rules.mustAllowRescheduling(snapshot(), number, actor, now);
        rules.mustAllowSlot(this, number, now);
        schedule = schedule.movedTo(number);
        moveTo(VisitState.RESCHEDULED, "rescheduled", actor, now, reason);
    }

    public void start(List<Fieldwork.Participant> people, Actor actor, Instant now) {
        require("start a visit", VisitState.AGREED);
        mustBeAssigned(actor);
        schedule.mustHaveBegun(now);
        fieldwork = Fieldwork.begun(now, people);
        moveTo(VisitState.IN_PROGRESS, "started", actor, now, "");
    }

    /**
     * The agreed visit did not take place. If the company was not there, the visit may be planned again; if the programme
     * was not, it is due again.
     */
    public void recordNoShow(Deviations.Absent by, String reason, Actor actor, Instant now) {
        require("record a no-show", VisitState.AGREED);
        if (!actor.has(Roles.PROGRAMME_MANAGER)) {
            mustBeAssigned(actor);
        }
        schedule.mustHaveBegun(now);
        deviations = deviations.with(new Deviations.NoShow(by, now, reason));
        if (by == Deviations.Absent.PROGRAMME) {
            schedule = schedule.withoutSlots();
        }
        moveTo(by == Deviations.Absent.PROGRAMME ? VisitState.DUE : VisitState.NO_SHOW, "no-show", actor, now, reason);
    }

    /** Another officer goes on with the visit, as a programme manager decides. */
    public void takeOver(String officer, String reason, Validators validators, Actor actor, Instant now) {
        require("have a visit taken over", VisitState.BEGUN);
        assignment().mustAllowTakeOver(officer, origin.company(), validators);
        deviations = deviations.with(new Deviations.TakeOver(officer, now, reason));
        record(within("taken-over", actor, now).because(reason));
    }

    /** Whether the company's record still names the site; it counts until the visit begins. */
    public void noteSites(Set<String> onRecord, Actor actor, Instant now) {
        var site = snapshot().siteId();
        if (!VisitState.BEFORE_FIELDWORK.contains(state()) || site.isEmpty()) {
            return;
        }
        boolean gone = !onRecord.contains(site.get());
        if (gone && deviations.siteRemoval() == null) {
            deviations = deviations.with(new Deviations.SiteRemoval(site.get(), now));
            record(within("site-removed", actor, now).because("Site " + site.get() + " is not on record any more."));
        } else if (!gone && deviations.siteRemoval() != null) {
            deviations = deviations.with((Deviations.SiteRemoval) null);
            record(within("site-restored", actor, now));
        }
    }

    /** Takes in the sites that the file requires now; not in a visit that has ended. */
    void fileRequires(RequiredSites sites, Actor actor, Instant now) {
        if (!state().isFinal() && !sites.equals(requiredSites)) {
            requiredSites = sites;
            record(within("required-sites-changed", actor, now));
        }
    }

    /** The visit is to be made by another day; a visit that has ended keeps its own. */
    void moveDueDate(LocalDate day, Actor actor, Instant now) {
        if (!state().isFinal() && !day.equals(dueOn)) {
            dueOn = day;
            record(within("due-date-moved", actor, now).because("due on " + day));
        }
    }

    public void raiseFinding(
            Finding.Kind kind, String area, @Nullable String criterion, String text, Actor actor, Instant now) {
        require("raise a finding", VisitState.IN_PROGRESS);
        mustBeAssigned(actor);
        findings = findings.raise(kind, area, criterion, text);
        record(within("finding-raised", actor, now));
    }

    public void finishFieldwork(List<Fieldwork.AreaRating> areas, Actor actor, Instant now) {
        require("finish the fieldwork", VisitState.IN_PROGRESS);
        mustBeAssigned(actor);
        fieldwork = Objects.requireNonNull(fieldwork).rated(areas, findings);
        moveTo(VisitState.FIELDWORK_DONE, "fieldwork-done", actor, now, "");
    }

    /** Writes the report, or writes it again. */
    public void draftReport(String summary, Actor actor, Instant now) {
        require("draft the report", VisitState.FIELDWORK_DONE, VisitState.REPORT_DRAFT);
        mustBeAssigned(actor);
        report = Report.draft(summary);
        moveTo(VisitState.REPORT_DRAFT, "report-drafted", actor, now, "");
    }

    /** Sends the report and its findings to the company, whose time to respond runs from now. */
    public void issueReport(VisitParameters parameters, Actor actor, Instant now) {
        require("issue the report", VisitState.REPORT_DRAFT);
        mustBeAssigned(actor);
        report = Objects.requireNonNull(report).issued(now, parameters.responseDays());
        findings = findings.communicated();
        moveTo(VisitState.REPORT_ISSUED, "report-issued", actor, now, "");
    }

    public void acknowledgeReport(Actor actor, Instant now) {
        require("acknowledge the report", VisitState.REPORT_ISSUED);
        mustBeTheCompany(actor);
        moveTo(VisitState.RESPONSE_AWAITED, "acknowledged", actor, now, "");
    }

    /** The company responds to one finding, within its time. */
    public void respond(String findingId, String response, Actor actor, Instant now) {
        require("respond to a finding", VisitState.REPORTED);
        mustBeTheCompany(actor);
        Objects.requireNonNull(report).mustBeInTime(snapshot().site(), now);
        findings = findings.changing(findingId, finding -> finding.respondedWith(response));
        moveTo(VisitState.RESPONSE_AWAITED, "answered", actor, now, "");
    }

    public void extendResponse(int days, String reason, Actor actor, Instant now) {
        require("extend the time for a response", VisitState.REPORTED);
        mustBeAssigned(actor);
        report = Objects.requireNonNull(report).extendedBy(days);
        record(within("response-extended", actor, now).because(reason));
    }

    public void acceptResponse(String findingId, String comment, Actor actor, Instant now) {
        judge(findingId, "accept a response", "response-accepted", f -> f.accepted(comment), actor, now);
    }

    public void disputeResponse(String findingId, String comment, Actor actor, Instant now) {
        judge(findingId, "dispute a response", "response-disputed", f -> f.disputed(comment), actor, now);
    }

    public void resolveFinding(String findingId, String comment, Actor actor, Instant now) {
        judge(findingId, "resolve a finding", "finding-resolved", f -> f.resolved(comment), actor, now);
    }

    /** Another officer than those who carried out the visit decides on a disputed finding. */
    public void decideDispute(String findingId, Finding.Decision decision, String comment, Actor actor, Instant now) {
        require("decide a dispute", VisitState.RESPONSE_AWAITED);
        assignment().mustNotInclude(actor);
        findings = findings.changing(findingId, finding -> finding.decided(decision, comment, actor.id()));
        record(within("dispute-decided", actor, now).because(decision.name()));
    }

    public void close(Outcome newOutcome, String reason, Actor actor, Instant now) {
        require("close a visit", VisitState.REPORTED);
        mustBeAssigned(actor);
        ClosingRules.mustAllow(new ClosingRules.Closing(snapshot(), newOutcome, reason, now));
        outcome = newOutcome;
        closedAt = now;
        moveTo(VisitState.CLOSED, "closed", actor, now, reason);
    }

    /**
     * An officer calls a visit off before it begins, a programme manager afterwards too. An initial visit that has not begun
     * ends with its application, and one that a revalidation requires with the revalidation, unless its site is gone or an
     * officer had added it.
     */
    public void cancel(String reason, Actor actor, Instant now) {
        require("cancel a visit", actor.has(Roles.PROGRAMME_MANAGER) ? VisitState.OPEN : VisitState.BEFORE_FIELDWORK);
        if (!VisitState.BEGUN.contains(state()) && !isDispensable()) {
            origin.mustNotBeRequired();
        }
        moveTo(VisitState.CANCELLED, "cancelled", actor, now, reason);
    }

    /** Whether the file can do without this visit: its site is gone, or an officer had added it. */
    boolean isDispensable() {
        return deviations.siteRemoval() != null || origin.isAdded();
    }

    /** The application or membership that the visit belongs to has ended; does nothing once the visit has ended too. */
    public void endWith(String reason, Actor actor, Instant now) {
        if (!state().isFinal()) {
            moveTo(VisitState.CANCELLED, "cancelled", actor, now, reason);
        }
    }

    private void judge(
            String findingId, String command, String name, UnaryOperator<Finding> judgement, Actor actor, Instant now) {
        require(command, VisitState.RESPONSE_AWAITED);
        mustBeAssigned(actor);
        findings = findings.changing(findingId, judgement);
        record(within(name, actor, now));
    }

    private void moveTo(VisitState next, String name, Actor actor, Instant now, String reason) {
        record(to(next, name, actor, now).because(reason));
    }

    private void mustBeTheCompany(Actor actor) {
        if (!actor.belongsTo(origin.company())) {
            throw new Refusal.NotAllowed(Message.of("validation.only-the-company"));
        }
    }

    private void mustBeAssigned(Actor actor) {
        assignment().mustBeLedBy(actor);
    }

    private Assignment assignment() {
        return snapshot().assignment();
    }
}
