package org.trustedtrader.validation.visit;

import static org.trustedtrader.validation.visit.Guards.*;
import static org.trustedtrader.validation.visit.VisitState.*;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A validation visit: the programme looks whether a company does what its security profile says. The company agrees on the
 * time; an officer who is assigned by that agreement does the rest. All instants are programme time.
 */
public final class Visit extends Aggregate {

    private VisitFile file;

    private Visit(String id, VisitFile file) {
        super(id);
        this.file = file;
    }

    public Visit(Stored stored, VisitFile file) {
        super(stored);
        this.file = file;
    }

    /** The first visit to an applicant, due because its assessment is completed. */
    public static Visit initial(String applicationId, String company, RiskLevel risk, Actor actor, Instant now) {
        var origin = VisitOrigin.initial(company, applicationId, now);
        var visit = new Visit(initialId(applicationId), VisitFile.due(origin, risk));
        visit.record(Change.birth(DUE.name(), "due", actor, now));
        return visit;
    }

    /** A later visit, ordered by an officer with a reason. */
    public static Visit ordered(String id, VisitOrigin origin, RiskLevel risk, Actor actor) {
        var visit = new Visit(id, VisitFile.due(origin, risk));
        visit.record(Change.birth(DUE.name(), "due", actor, origin.dueSince()).because(origin.reason()));
        return visit;
    }

    public static String initialId(String applicationId) {
        return "initial-" + applicationId;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(file.origin().company()) || VisitReaders.include(actor);
    }

    /** The company's assessment rates the risk anew; that does nothing once the visit has begun. */
    public void rerate(RiskLevel risk, Actor actor, Instant now) {
        if (BEFORE_FIELDWORK.contains(state()) && risk != file.risk()) {
            file = file.with(risk);
            record(Change.within(state().name(), "re-rated", actor, now));
        }
    }

    /** Offers slots, instead of whatever was offered or agreed before. */
    public void propose(Site site, VisitMode mode, List<Slot> slots, Planning planning, Actor actor, Instant now) {
        possibleIn(file, "propose slots for a visit", BEFORE_FIELDWORK);
        var offer = file.schedule().offering(site, mode, slots);
        planning.mustAllowOffer(this, offer, now);
        file = file.with(offer);
        moveTo(PROPOSED, "proposed", actor, now, "");
    }

    /** Tells the company which slots are on offer; the notice counts from now. */
    public void notifyCompany(Planning planning, Actor actor, Instant now) {
        possibleIn(file, "notify the company of slots", Set.of(PROPOSED));
        planning.mustAllowOffer(this, file.schedule(), now);
        moveTo(NOTIFIED, "notified", actor, now, "");
    }

    /** The company agrees on one of the slots; whoever leads it is assigned to the visit. */
    public void confirm(int number, Planning planning, Actor actor, Instant now) {
        possibleIn(file, "confirm a slot", Set.of(NOTIFIED));
        mustBeTheCompany(file, actor);
        planning.mustAllowSlot(this, number, now);
        file = file.with(file.schedule().agreeingOn(number));
        moveTo(CONFIRMED, "confirmed", actor, now, "");
    }

    /** The company can make none of the slots; the reason tells the validator what would suit. */
    public void decline(String reason, Actor actor, Instant now) {
        possibleIn(file, "decline the slots", Set.of(NOTIFIED));
        mustBeTheCompany(file, actor);
        file = file.with(file.schedule().withoutSlots());
        moveTo(DUE, "declined", actor, now, reason);
    }

    /** Moves the agreed visit to another of the offered slots, at the wish of the company or of the officers. */
    public void reschedule(int number, String reason, Planning planning, Actor actor, Instant now) {
        possibleIn(file, "reschedule a visit", AGREED);
        RescheduleLimits.check(file, number, planning.terms(), actor, now);
        planning.mustAllowSlot(this, number, now);
        file = file.with(file.schedule().movedTo(number));
        moveTo(RESCHEDULED, "rescheduled", actor, now, reason);
    }

    public void start(List<PersonPresent> people, Actor actor, Instant now) {
        possibleIn(file, "start a visit", AGREED);
        mustBeAssigned(file, actor);
        mustHaveBegun(file, "start", now);
        if (people.stream().noneMatch(person -> person.side() == PersonPresent.Side.COMPANY)) {
            throw new Refusal.InvalidInput("people", "must name at least one person of the company");
        }
        file = file.with(Fieldwork.begun(now, people));
        moveTo(IN_PROGRESS, "started", actor, now, "");
    }

    /** The company was not there; the visit may be planned again. */
    public void recordNoShow(String reason, Actor actor, Instant now) {
        possibleIn(file, "record a no-show", AGREED);
        mustBeAssigned(file, actor);
        mustHaveBegun(file, "record a no-show for", now);
        moveTo(NO_SHOW, "no-show", actor, now, reason);
    }

    public void raiseFinding(
            FindingKind kind, String area, @Nullable String criterion, String text, Actor actor, Instant now) {
        possibleIn(file, "raise a finding", Set.of(IN_PROGRESS));
        mustBeAssigned(file, actor);
        file = file.with(file.findings().raise(kind, area, criterion, text));
        record(Change.within(state().name(), "finding-raised", actor, now));
    }

    public void finishFieldwork(List<AreaRisk> areas, Actor actor, Instant now) {
        possibleIn(file, "finish the fieldwork", Set.of(IN_PROGRESS));
        mustBeAssigned(file, actor);
        AreasAreRatedHonestly.check(areas, file.findings());
        file = file.with(Objects.requireNonNull(file.fieldwork()).assessed(areas));
        moveTo(FIELDWORK_DONE, "fieldwork-done", actor, now, "");
    }

    /** Writes the report, or writes it again. */
    public void draftReport(String summary, Actor actor, Instant now) {
        possibleIn(file, "draft the report", Set.of(FIELDWORK_DONE, REPORT_DRAFT));
        mustBeAssigned(file, actor);
        file = file.with(Report.draft(summary));
        moveTo(REPORT_DRAFT, "report-drafted", actor, now, "");
    }

    /** Sends the report and its findings to the company, whose time to respond runs from now. */
    public void issueReport(VisitTerms terms, Actor actor, Instant now) {
        possibleIn(file, "issue the report", Set.of(REPORT_DRAFT));
        mustBeAssigned(file, actor);
        file = file.with(Objects.requireNonNull(file.report()).issued(now, terms.responseDays()))
                .with(file.findings().communicated());
        moveTo(REPORT_ISSUED, "report-issued", actor, now, "");
    }

    public void acknowledgeReport(Actor actor, Instant now) {
        possibleIn(file, "acknowledge the report", Set.of(REPORT_ISSUED));
        mustBeTheCompany(file, actor);
        moveTo(RESPONSE_AWAITED, "acknowledged", actor, now, "");
    }

    /** The company responds to one finding, within its time. */
    public void respond(String findingId, String response, Actor actor, Instant now) {
        possibleIn(file, "respond to a finding", REPORTED);
        mustBeTheCompany(file, actor);
        mustBeInTime(file, now);
        file = file.with(file.findings().changing(findingId, finding -> finding.respondedWith(response)));
        moveTo(RESPONSE_AWAITED, "answered", actor, now, "");
    }

    public void extendResponse(int days, String reason, Actor actor, Instant now) {
        possibleIn(file, "extend the time for a response", REPORTED);
        mustBeAssigned(file, actor);
        file = file.with(Objects.requireNonNull(file.report()).extendedBy(days));
        record(Change.within(state().name(), "response-extended", actor, now).because(reason));
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

    public void close(Outcome outcome, String reason, Actor actor, Instant now) {
        possibleIn(file, "close a visit", REPORTED);
        mustBeAssigned(file, actor);
        var closing = new ClosingRule.Closing(file, outcome, reason, now);
        ClosingRule.ALL.stream()
                .flatMap(rule -> rule.objection(closing).stream())
                .findFirst()
                .ifPresent(objection -> {
                    throw new Refusal.RuleBroken(objection.rule(), objection.reason());
                });
        file = file.closed(outcome, now);
        moveTo(CLOSED, "closed", actor, now, reason);
    }

    /** An officer calls a visit off before it begins. */
    public void cancel(String reason, Actor actor, Instant now) {
        possibleIn(file, "cancel a visit", BEFORE_FIELDWORK);
        if (file.origin().type() == VisitType.INITIAL) {
            throw new Refusal.RuleBroken(
                    "initial-visit-follows-application",
                    "An initial visit is cancelled with its application only, never by itself.");
        }
        moveTo(CANCELLED, "cancelled", actor, now, reason);
    }

    /** The application that the visit belongs to has ended; does nothing once the visit has ended too. */
    public void endWithApplication(String applicationState, Actor actor, Instant now) {
        if (!state().isFinal()) {
            moveTo(CANCELLED, "cancelled", actor, now, "The application is " + applicationState + ".");
        }
    }

    public VisitState state() {
        return file.state();
    }

    public VisitFile file() {
        return file;
    }

    private void judge(
            String findingId, String command, String name, UnaryOperator<Finding> judgement, Actor actor, Instant now) {
        possibleIn(file, command, Set.of(RESPONSE_AWAITED));
        mustBeAssigned(file, actor);
        file = file.with(file.findings().changing(findingId, judgement));
        record(Change.within(state().name(), name, actor, now));
    }

    private void moveTo(VisitState next, String name, Actor actor, Instant now, String reason) {
        var change = Change.between(state(), next, name, actor, now).because(reason);
        file = file.in(next);
        record(change);
    }
}
