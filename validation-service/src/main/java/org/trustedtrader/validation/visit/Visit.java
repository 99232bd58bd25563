package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
public final class Visit extends StatefulAggregate<Visit.State> {

    private final Origin origin;
    private RiskLevel risk;
    private Schedule schedule;
    private @Nullable Fieldwork fieldwork;
    private Findings findings;
    private @Nullable Report report;
    private @Nullable Outcome outcome;
    private @Nullable Instant closedAt;
    private RequiredSites requiredSites;
    private Deviations deviations;

    private Visit(Stored stored, Snapshot snapshot) {
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
    }

    /** Where a visit stands. A company sees the slots from NOTIFIED on; CLOSED and CANCELLED are final. */
    public enum State {
        DUE,
        PROPOSED,
        NOTIFIED,
        CONFIRMED,
        RESCHEDULED,
        IN_PROGRESS,
        FIELDWORK_DONE,
        REPORT_DRAFT,
        REPORT_ISSUED,
        RESPONSE_AWAITED,
        CLOSED,
        CANCELLED,
        NO_SHOW;

        /** The visit has not taken place and may still be planned anew. */
        public static final Set<State> BEFORE_FIELDWORK =
                Set.copyOf(EnumSet.of(DUE, PROPOSED, NOTIFIED, CONFIRMED, RESCHEDULED, NO_SHOW));

        /** A slot is agreed, and the visit has not begun. */
        public static final Set<State> AGREED = Set.copyOf(EnumSet.of(CONFIRMED, RESCHEDULED));

        /** The visit has begun and has not ended; somebody carries it out. */
        public static final Set<State> BEGUN =
                Set.copyOf(EnumSet.of(IN_PROGRESS, FIELDWORK_DONE, REPORT_DRAFT, REPORT_ISSUED, RESPONSE_AWAITED));

        /** Neither closed nor cancelled. */
        public static final Set<State> OPEN = Set.copyOf(EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED)));

        /** The report lies with the company. */
        public static final Set<State> REPORTED = Set.copyOf(EnumSet.of(REPORT_ISSUED, RESPONSE_AWAITED));

        /** An officer's time is taken up, by an offer or by an agreement. */
        public static final Set<State> OCCUPYING =
                Set.copyOf(EnumSet.of(PROPOSED, NOTIFIED, CONFIRMED, RESCHEDULED, IN_PROGRESS));

        public boolean isFinal() {
            return this == CLOSED || this == CANCELLED;
        }

        /** Whether the company may know the slots: an offer is the officers' own affair until it is sent. */
        public boolean showsSlotsToCompany() {
            return this != DUE && this != PROPOSED;
        }
    }

    /** Why a visit is made. An initial one belongs to an application and cannot be virtual. */
    public enum Type {
        INITIAL,
        REVALIDATION,
        POST_INCIDENT,
        AD_HOC
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

    /**
     * Why there is a visit; never changes.
     *
     * @param company       BN9
     * @param applicationId of an initial visit, or of the file that another one belongs to
     * @param dueSince      programme time, UTC
     * @param reason        of an ordered visit, empty for one that followed from an assessment
     * @param membershipId  of the member that the visit belongs to
     * @param siteId        the site that is visited; null if the officers may choose one
     * @param requirement   null for a visit of a version that did not say it
     */
    public record Origin(
            Type type,
            String company,
            @Nullable String applicationId,
            Instant dueSince,
            String reason,
            @Nullable String membershipId,
            @Nullable String siteId,
            @Nullable Requirement requirement) {

        /** Whether an officer added the site to those that the file requires. */
        private boolean isAdded() {
            return requirement != null && requirement.cause() == Requirement.Cause.ADDED;
        }
    }

    /**
     * The stored form, and everything that is on file at one moment.
     *
     * @param risk      the company's risk rating by its assessment
     * @param fieldwork null until the visit began
     * @param report    null until it is drafted
     * @param outcome   null until the visit is closed
     * @param closedAt  null until the visit is closed
     * @param requiredSites of the file, as far as this visit was told; null if it was told none
     * @param deviations    null if there were none
     */
    public record Snapshot(
            State state,
            Origin origin,
            RiskLevel risk,
            Schedule schedule,
            Findings findings,
            @Nullable Fieldwork fieldwork,
            @Nullable Report report,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable RequiredSites requiredSites,
            @Nullable Deviations deviations) {

        /** Everybody who carried out the visit, who leads it now last: nobody until a slot is agreed. */
        public List<String> validators() {
            return Stream.concat(
                            schedule.agreedSlot().map(Slot::officer).stream(),
                            deviationsOrNone().takeOvers().stream().map(Deviations.TakeOver::officer))
                    .distinct()
                    .toList();
        }

        /** The officer who carries out the visit: nobody until a slot is agreed. */
        public Optional<String> lead() {
            return deviationsOrNone().successor().or(() -> schedule.agreedSlot().map(Slot::officer));
        }

        /** The officers who would come, or have carried it out. */
        public List<String> officers() {
            var took = deviationsOrNone().takeOvers().stream().map(Deviations.TakeOver::officer);
            return Stream.concat(schedule.officers().stream(), took).distinct().toList();
        }

        public RequiredSites required() {
            return requiredSites == null ? RequiredSites.NONE : requiredSites;
        }

        public Deviations deviationsOrNone() {
            return deviations == null ? Deviations.NONE : deviations;
        }

        /** The site that is visited: the one on offer, else the one that the visit is due for. */
        public Optional<String> siteId() {
            var planned = schedule.site();
            return Optional.ofNullable(planned == null ? origin.siteId() : planned.id());
        }

        /**
         * What only one open visit may be made for: its type, its file (or its company) and its site. Empty once it has
         * ended, and for a visit of a version that did not look at that.
         */
        public Optional<String> openFor() {
            if (state.isFinal() || origin.requirement() == null) {
                return Optional.empty();
            }
            var file = Stream.of(origin.applicationId(), origin.membershipId(), origin.company())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            return Optional.of(String.join("/", origin.type().name(), file, siteId().orElse("")));
        }

        /** The last day for a response, a day of the programme's zone; empty before the report is issued. */
        public Optional<LocalDate> respondBy() {
            return Optional.ofNullable(report).flatMap(issued -> issued.respondBy(site()));
        }

        public boolean isResponseOverdue(Instant now) {
            return Optional.ofNullable(report)
                    .filter(issued -> issued.isResponseOverdue(site(), now))
                    .isPresent();
        }

        /** The worst of the areas; empty until the fieldwork is done. */
        public Optional<RiskLevel> overallRisk() {
            return Optional.ofNullable(fieldwork).flatMap(Fieldwork::overallRisk);
        }

        /** Whose turn it is; empty once the visit has ended. */
        public Optional<Ball> waitingFor() {
            return switch (state) {
                case DUE, PROPOSED, NO_SHOW, IN_PROGRESS, FIELDWORK_DONE, REPORT_DRAFT -> Optional.of(Ball.VALIDATOR);
                case NOTIFIED, REPORT_ISSUED -> Optional.of(Ball.COMPANY);
                case CONFIRMED, RESCHEDULED -> Optional.of(Ball.THE_DAY);
                case RESPONSE_AWAITED -> Optional.of(findings.awaitingResponse() > 0 ? Ball.COMPANY : Ball.VALIDATOR);
                case CLOSED, CANCELLED -> Optional.empty();
            };
        }

        Site site() {
            var site = schedule.site();
            if (site == null) {
                throw new IllegalStateException("No site is chosen in state " + state);
            }
            return site;
        }
    }

    /** A visit that becomes due, because an assessment is completed or because an officer orders it. */
    public static Visit due(String id, Origin origin, RiskLevel risk, RequiredSites requiredSites, Actor actor) {
        var snapshot = new Snapshot(
                State.DUE,
                origin,
                risk,
                Schedule.OPEN,
                Findings.NONE,
                null,
                null,
                null,
                null,
                unlessNone(requiredSites),
                null);
        var visit = new Visit(new Stored(id, 0, Map.of()), snapshot);
        visit.record(
                Change.birth(State.DUE.name(), "due", actor, origin.dueSince()).because(origin.reason()));
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

    public static Visit restore(Stored stored, Snapshot snapshot) {
        return new Visit(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                state(),
                origin,
                risk,
                schedule,
                findings,
                fieldwork,
                report,
                outcome,
                closedAt,
                unlessNone(requiredSites),
                deviations.equals(Deviations.NONE) ? null : deviations);
    }

    private static @Nullable RequiredSites unlessNone(RequiredSites sites) {
        return sites.equals(RequiredSites.NONE) ? null : sites;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(origin.company()) || readsAllVisits(actor);
    }

    /** The programme's officers and the platform's own services read every visit; a company reads its own. */
    static boolean readsAllVisits(Actor actor) {
        return actor.has(Roles.SERVICE) || Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    /** The company's assessment rates the risk anew; that does nothing once the visit has begun. */
    public void rerate(RiskLevel newRisk, Actor actor, Instant now) {
        if (State.BEFORE_FIELDWORK.contains(state()) && newRisk != risk) {
            risk = newRisk;
            record(within("re-rated", actor, now));
        }
    }

    /** Offers slots, instead of whatever was offered or agreed before. */
    public void propose(
            Site site, Schedule.Mode mode, List<Slot> slots, SchedulingRules rules, Actor actor, Instant now) {
        require("propose slots for a visit", State.BEFORE_FIELDWORK);
        mustBeItsSite(site);
        var offer = schedule.offering(site, mode, slots);
        rules.mustAllowOffer(this, offer, now);
        requiredSites = movedTo(site.id());
        schedule = offer;
        deviations = deviations.with((Deviations.SiteRemoval) null);
        moveTo(State.PROPOSED, "proposed", actor, now, "");
    }

    /** Tells the company which slots are on offer; the notice counts from now. */
    public void notifyCompany(SchedulingRules rules, Actor actor, Instant now) {
        require("notify the company of slots", State.PROPOSED);
        rules.mustAllowOffer(this, schedule, now);
        moveTo(State.NOTIFIED, "notified", actor, now, "");
    }

    /** The company agrees on one of the slots; the officer who leads it is assigned to the visit. */
    public void confirm(int number, SchedulingRules rules, Actor actor, Instant now) {
        require("confirm a slot", State.NOTIFIED);
        mustBeTheCompany(actor);
        rules.mustAllowSlot(this, number, now);
        schedule = schedule.agreeingOn(number);
        moveTo(State.CONFIRMED, "confirmed", actor, now, "");
    }

    /** None of the slots suits the company; the officers offer others. */
    public void decline(String reason, Actor actor, Instant now) {
        require("decline the slots", State.NOTIFIED);
        mustBeTheCompany(actor);
        schedule = schedule.withoutSlots();
        moveTo(State.DUE, "declined", actor, now, reason);
    }

    /** Moves the agreed visit to another of the offered slots, at the wish of the company or of the officers. */
    public void reschedule(int number, String reason, SchedulingRules rules, Actor actor, Instant now) {
        require("reschedule a visit", State.AGREED);
        rules.mustAllowRescheduling(snapshot(), number, actor, now);
        rules.mustAllowSlot(this, number, now);
        schedule = schedule.movedTo(number);
        moveTo(State.RESCHEDULED, "rescheduled", actor, now, reason);
    }

    public void start(List<Fieldwork.Participant> people, Actor actor, Instant now) {
        require("start a visit", State.AGREED);
        mustBeAssigned(actor);
        mustHaveBegun(now);
        fieldwork = Fieldwork.begun(now, people);
        moveTo(State.IN_PROGRESS, "started", actor, now, "");
    }

    /**
     * The agreed visit did not take place. If the company was not there, the visit may be planned again; if the programme
     * was not, it is due again.
     */
    public void recordNoShow(Deviations.Absent by, String reason, Actor actor, Instant now) {
        require("record a no-show", State.AGREED);
        if (!actor.has(Roles.PROGRAMME_MANAGER)) {
            mustBeAssigned(actor);
        }
        mustHaveBegun(now);
        deviations = deviations.with(new Deviations.NoShow(by, now, reason));
        if (by == Deviations.Absent.PROGRAMME) {
            schedule = schedule.withoutSlots();
        }
        moveTo(by == Deviations.Absent.PROGRAMME ? State.DUE : State.NO_SHOW, "no-show", actor, now, reason);
    }

    /** Another officer goes on with the visit, as a programme manager decides. */
    public void takeOver(String officer, String reason, Validators validators, Actor actor, Instant now) {
        require("have a visit taken over", State.BEGUN);
        if (snapshot().lead().filter(officer::equals).isPresent()) {
            throw new Refusal.RuleBroken("officer-leads-already", Message.of("validation.take-over.leads-already"));
        }
        validators.objection(officer, origin.company()).ifPresent(objection -> {
            throw new Refusal.RuleBroken(
                    objection.rule(),
                    objection.reason(),
                    List.of(new Refusal.Violation("officer", objection.reason())));
        });
        deviations = deviations.with(new Deviations.TakeOver(officer, now, reason));
        record(within("taken-over", actor, now).because(reason));
    }

    /** Whether the company's record still names the site; it counts until the visit begins. */
    public void noteSites(Set<String> onRecord, Actor actor, Instant now) {
        var site = snapshot().siteId();
        if (!State.BEFORE_FIELDWORK.contains(state()) || site.isEmpty()) {
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

    /** Takes in the sites that the file requires now; not in a visit that has ended, nor in one without required sites. */
    void fileRequires(RequiredSites sites, Actor actor, Instant now) {
        boolean told = !requiredSites.equals(RequiredSites.NONE);
        if (told && !state().isFinal() && !sites.equals(requiredSites)) {
            requiredSites = sites;
            record(within("required-sites-changed", actor, now));
        }
    }

    public void raiseFinding(
            Finding.Kind kind, String area, @Nullable String criterion, String text, Actor actor, Instant now) {
        require("raise a finding", State.IN_PROGRESS);
        mustBeAssigned(actor);
        findings = findings.raise(kind, area, criterion, text);
        record(within("finding-raised", actor, now));
    }

    public void finishFieldwork(List<Fieldwork.AreaRating> areas, Actor actor, Instant now) {
        require("finish the fieldwork", State.IN_PROGRESS);
        mustBeAssigned(actor);
        fieldwork = Objects.requireNonNull(fieldwork).rated(areas, findings);
        moveTo(State.FIELDWORK_DONE, "fieldwork-done", actor, now, "");
    }

    /** Writes the report, or writes it again. */
    public void draftReport(String summary, Actor actor, Instant now) {
        require("draft the report", State.FIELDWORK_DONE, State.REPORT_DRAFT);
        mustBeAssigned(actor);
        report = Report.draft(summary);
        moveTo(State.REPORT_DRAFT, "report-drafted", actor, now, "");
    }

    /** Sends the report and its findings to the company, whose time to respond runs from now. */
    public void issueReport(VisitParameters parameters, Actor actor, Instant now) {
        require("issue the report", State.REPORT_DRAFT);
        mustBeAssigned(actor);
        report = Objects.requireNonNull(report).issued(now, parameters.responseDays());
        findings = findings.communicated();
        moveTo(State.REPORT_ISSUED, "report-issued", actor, now, "");
    }

    public void acknowledgeReport(Actor actor, Instant now) {
        require("acknowledge the report", State.REPORT_ISSUED);
        mustBeTheCompany(actor);
        moveTo(State.RESPONSE_AWAITED, "acknowledged", actor, now, "");
    }

    /** The company responds to one finding, within its time. */
    public void respond(String findingId, String response, Actor actor, Instant now) {
        require("respond to a finding", State.REPORTED);
        mustBeTheCompany(actor);
        mustBeInTime(now);
        findings = findings.changing(findingId, finding -> finding.respondedWith(response));
        moveTo(State.RESPONSE_AWAITED, "answered", actor, now, "");
    }

    public void extendResponse(int days, String reason, Actor actor, Instant now) {
        require("extend the time for a response", State.REPORTED);
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
        require("decide a dispute", State.RESPONSE_AWAITED);
        if (snapshot().validators().contains(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("validation.dispute.another-officer"));
        }
        findings = findings.changing(findingId, finding -> finding.decided(decision, comment, actor.id()));
        record(within("dispute-decided", actor, now).because(decision.name()));
    }

    public void close(Outcome newOutcome, String reason, Actor actor, Instant now) {
        require("close a visit", State.REPORTED);
        mustBeAssigned(actor);
        ClosingRules.mustAllow(new ClosingRules.Closing(snapshot(), newOutcome, reason, now));
        outcome = newOutcome;
        closedAt = now;
        moveTo(State.CLOSED, "closed", actor, now, reason);
    }

    /**
     * An officer calls a visit off before it begins, a programme manager afterwards too. An initial visit that has not begun
     * ends with its application, unless its site is gone or an officer had added it.
     */
    public void cancel(String reason, Actor actor, Instant now) {
        require("cancel a visit", actor.has(Roles.PROGRAMME_MANAGER) ? State.OPEN : State.BEFORE_FIELDWORK);
        if (origin.type() == Type.INITIAL && !State.BEGUN.contains(state()) && !isDispensable()) {
            throw new Refusal.RuleBroken(
                    "initial-visit-follows-application", Message.of("validation.cancellation.initial"));
        }
        moveTo(State.CANCELLED, "cancelled", actor, now, reason);
    }

    /** Whether the file can do without this visit: its site is gone, or an officer had added it. */
    boolean isDispensable() {
        return deviations.siteRemoval() != null || origin.isAdded();
    }

    /** The application or membership that the visit belongs to has ended; does nothing once the visit has ended too. */
    public void endWith(String reason, Actor actor, Instant now) {
        if (!state().isFinal()) {
            moveTo(State.CANCELLED, "cancelled", actor, now, reason);
        }
    }

    private void judge(
            String findingId, String command, String name, UnaryOperator<Finding> judgement, Actor actor, Instant now) {
        require(command, State.RESPONSE_AWAITED);
        mustBeAssigned(actor);
        findings = findings.changing(findingId, judgement);
        record(within(name, actor, now));
    }

    private void moveTo(State next, String name, Actor actor, Instant now, String reason) {
        record(to(next, name, actor, now).because(reason));
    }

    private void mustBeTheCompany(Actor actor) {
        if (!actor.belongsTo(origin.company())) {
            throw new Refusal.NotAllowed(Message.of("validation.only-the-company"));
        }
    }

    private void mustBeAssigned(Actor actor) {
        if (snapshot().lead().filter(actor.id()::equals).isEmpty()) {
            throw new Refusal.NotAllowed(Message.of("validation.only-the-assigned-officer"));
        }
    }

    /** A visit that is due for a site is made there, unless the site is gone. */
    private void mustBeItsSite(Site site) {
        var due = snapshot().siteId().orElse(site.id());
        if (origin.siteId() != null && !due.equals(site.id()) && deviations.siteRemoval() == null) {
            throw new Refusal.RuleBroken(
                    "visit-of-another-site", Message.of("validation.proposal.another-site", due, site.id()));
        }
    }

    /** What the file requires once this visit is made to that site. */
    private RequiredSites movedTo(String siteId) {
        return snapshot()
                .siteId()
                .filter(before -> requiredSites.ids().contains(before))
                .map(before -> requiredSites.without(before).and(siteId))
                .orElse(requiredSites);
    }

    private void mustHaveBegun(Instant now) {
        var start = schedule.agreedSlot().orElseThrow().startsAt();
        if (now.isBefore(start)) {
            throw new Refusal.RuleBroken("visit-not-begun", Message.of("validation.not-begun", start));
        }
    }

    private void mustBeInTime(Instant now) {
        if (snapshot().isResponseOverdue(now)) {
            throw new Refusal.RuleBroken(
                    "response-overdue",
                    Message.of(
                            "validation.response.overdue",
                            snapshot().respondBy().orElseThrow()));
        }
    }
}
