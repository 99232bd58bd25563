package org.trustedtrader.enrolment.changereport;

import static org.trustedtrader.enrolment.changereport.ChangeReport.State.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A significant change of a member's company. The fact counts from when it was recorded; what the programme granted changes only
 * by the decision. One officer triages, another one decides.
 */
public final class ChangeReport extends StatefulAggregate<ChangeReport.State> {

    /** Where a report stands: after the triage, what was decided. */
    public enum State {
        REPORTED,
        TRIAGED,
        /** The company has to answer; its answer is triaged again. */
        RETURNED,
        NO_EFFECT,
        REASSESS,
        VISIT,
        REVALIDATE,
        NEW_APPLICATION,
        /** The membership ended first. */
        VOID;

        static final Set<State> OPEN = EnumSet.range(REPORTED, RETURNED);

        public boolean open() {
            return OPEN.contains(this);
        }
    }

    /** What changed. */
    public enum Kind {
        /** Fields of the company's record. */
        RECORD,
        OWNER,
        MERGER,
        OTHER
    }

    /** What may be decided; each is the name of the state that follows. */
    public enum Outcome {
        NO_EFFECT(State.NO_EFFECT),
        /** The assessment is opened again. */
        REASSESS(State.REASSESS),
        /** A visit is due at a site. */
        VISIT(State.VISIT),
        /** The membership's revalidation is opened. */
        REVALIDATE(State.REVALIDATE),
        /** The company has to explain. */
        RETURNED(State.RETURNED),
        /** Another legal entity has to apply itself; a compliance case decides on this membership. */
        NEW_APPLICATION(State.NEW_APPLICATION);

        private final State state;

        Outcome(State state) {
            this.state = state;
        }
    }

    /**
     * What is reported.
     *
     * @param changes     significant changes of the record with old and new values; empty for another kind
     * @param description in the company's words; empty for a change of the record
     * @param effectiveOn when it took place, as the company says, programme zone
     * @param reportedBy  actor id of who changed the record or reported the change
     */
    public record Subject(
            String membershipId,
            String company,
            Kind kind,
            List<FieldChange> changes,
            String description,
            @Nullable LocalDate effectiveOn,
            String reportedBy,
            Instant reportedAt) {

        public Subject {
            changes = List.copyOf(changes);
        }
    }

    /** @param note for officers */
    public record Triage(String by, Outcome recommendation, String note) {}

    /**
     * @param siteId where the visit is due, for VISIT only
     * @param reason for the company to read
     */
    public record Decision(Outcome outcome, @Nullable String siteId, String reason, String legalBasis) {}

    private final Subject subject;
    private LocalDate dueOn;
    private Instant turnSince;
    private Set<String> triagedBy;
    private @Nullable Triage triage;
    private @Nullable Decision decision;
    private @Nullable String answer;
    private @Nullable NamedDecider decider;

    private ChangeReport(Stored stored, Snapshot s) {
        super(stored, s.state());
        subject = s.subject();
        dueOn = s.dueOn();
        turnSince = s.turnSince();
        triagedBy = s.triagedBy();
        triage = s.triage();
        decision = s.decision();
        answer = s.answer();
        decider = s.decider();
    }

    /** @param at when the change was recorded, programme time */
    public static ChangeReport open(String id, Subject subject, ChangeReportRules rules, Actor by, Instant at) {
        var snapshot = new Snapshot(subject, REPORTED, rules.triageDueOn(at), at, Set.of(), null, null, null, null);
        var report = new ChangeReport(new Stored(id, 0, Map.of()), snapshot);
        report.record(Change.birth(REPORTED.name(), "reported", by, at)
                .because(subject.description())
                .of(subject.changes()));
        return report;
    }

    public static ChangeReport restore(Stored stored, Snapshot snapshot) {
        return new ChangeReport(stored, snapshot);
    }

    /** An officer recommends what follows; another one decides. */
    public void triage(Outcome recommendation, String note, ChangeReportRules rules, Actor officer, Instant at) {
        require("triage the change report", REPORTED);
        requireStranger(officer);
        triage = new Triage(officer.id(), recommendation, note);
        decider = null;
        triagedBy = with(officer.id());
        turn(rules.decisionDueOn(at), at);
        record(to(TRIAGED, "triaged", officer, at).because(recommendation + (note.isBlank() ? "" : ": " + note)));
    }

    /**
     * Where no other officer is left: names one who recorded the change, or triaged the report before it was returned; never who
     * triaged it now.
     */
    public void nameDecider(NamedDecider chosen, Actor manager, Instant at) {
        require("decide on the change report", TRIAGED);
        requireStranger(manager);
        decider = duties().naming(chosen.officer(), chosen.reason(), manager);
        record(within("decider-named", manager, at).because(decider.words()));
    }

    /**
     * @param province whose holidays count for the company's time to answer
     * @throws Refusal.RuleBroken {@code decided-by-someone-else} for who triaged the report, or recorded the change
     */
    public void decide(Decision made, ChangeReportRules rules, Jurisdiction province, Actor officer, Instant at) {
        require("decide on the change report", TRIAGED);
        requireStranger(officer);
        duties().requireMayDecide(officer);
        if ((made.outcome() == Outcome.VISIT) != (made.siteId() != null)) {
            throw new Refusal.InvalidInput("siteId", Message.of("enrolment.change.site"));
        }
        decision = made;
        decider = null;
        answer = null;
        turn(rules.answerDueOn(at, province), at);
        record(to(made.outcome().state, "decided", officer, at)
                .because(made.outcome() + ": " + made.reason())
                .under(made.legalBasis()));
    }

    /** The company explains what was returned to it; the report is triaged again. */
    public void answer(String words, ChangeReportRules rules, Actor company, Instant at) {
        require("answer the change report", RETURNED);
        answer = words;
        turn(rules.triageDueOn(at), at);
        record(to(REPORTED, "answered", company, at).because(words));
    }

    /** The membership ended; what was decided stays. */
    public void close(Actor platform, Instant at) {
        if (state().open()) {
            record(to(VOID, "voided", platform, at).because("the membership ended"));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, subject.company());
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(subject.company());
    }

    public Snapshot snapshot() {
        return new Snapshot(subject, state(), dueOn, turnSince, triagedBy, triage, decision, answer, decider);
    }

    private SeparationOfDuties duties() {
        return SeparationOfDuties.NONE
                .and(triagedBy.stream().sorted().map(this::triaged).toList())
                .and(Share.participation(subject.reportedBy(), "RECORDING", "part.recorded-change"))
                .unlessNamed(decider);
    }

    /** The present triage is what has to be decided; one before the report was returned is a part in the matter. */
    private Share triaged(String officer) {
        return triage != null && triage.by().equals(officer)
                ? Share.proposal(officer, "TRIAGE", "part.triaged-change")
                : Share.participation(officer, "TRIAGE", "part.triaged-change");
    }

    private void turn(LocalDate due, Instant at) {
        dueOn = due;
        turnSince = at;
    }

    private Set<String> with(String officer) {
        var all = new HashSet<>(triagedBy);
        all.add(officer);
        return SortedSets.copyOf(all);
    }

    /** Nobody works on a change of a company of their own. */
    private void requireStranger(Actor officer) {
        if (officer.belongsTo(subject.company())) {
            throw new Refusal.RuleBroken("decided-by-someone-else", Message.of("enrolment.change.own-company"));
        }
    }

    /**
     * The whole state of a report; times in UTC.
     *
     * @param dueOn     last day for the next step while the report is open, programme zone
     * @param turnSince when the present step began
     * @param triagedBy everybody who triaged it, also before it was returned
     * @param decision  the latest one
     * @param answer    the company's words after the report was returned
     * @param decider   whom a programme manager named although that officer took part; null if nobody was named
     */
    public record Snapshot(
            Subject subject,
            State state,
            LocalDate dueOn,
            Instant turnSince,
            Set<String> triagedBy,
            @Nullable Triage triage,
            @Nullable Decision decision,
            @Nullable String answer,
            @Nullable NamedDecider decider) {

        public Snapshot {
            triagedBy = SortedSets.copyOf(triagedBy);
        }
    }
}
