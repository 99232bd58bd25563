package org.trustedtrader.enrolment.obligation;

import static org.trustedtrader.enrolment.obligation.Obligation.State.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Something that a member, or the programme about a member, has to do by a day of the programme's zone. Events open it and
 * settle it; nobody ticks it off by hand.
 */
public final class Obligation extends StatefulAggregate<Obligation.State> {

    /** Where an obligation stands. */
    public enum State {
        OPEN,
        /** Open, with a later due date that an officer granted. */
        EXTENDED,
        OVERDUE,
        MET,
        WAIVED,
        /** What it was about exists no more: the membership ended, or its source withdrew it. */
        VOID;

        static final Set<State> PENDING = EnumSet.of(OPEN, EXTENDED, OVERDUE);

        public boolean pending() {
            return PENDING.contains(this);
        }
    }

    private final Subject subject;
    private final ObligationPolicy.Owner owner;
    private final @Nullable LocalDate openedOn;
    private ObligationPolicy.Owner turn;
    private LocalDate dueOn;
    private LocalDate sourceDueOn;
    private @Nullable LocalDate nextReminderOn;
    private @Nullable ObligationProposal proposal;

    private Obligation(Stored stored, Snapshot s) {
        super(stored, s.state());
        subject = s.subject();
        owner = s.owner();
        turn = s.turn();
        dueOn = s.dueOn();
        sourceDueOn = s.sourceDueOn();
        nextReminderOn = s.nextReminderOn();
        proposal = s.proposal();
        openedOn = s.openedOn();
    }

    /**
     * What is owed.
     *
     * @param kind   a kind of the policy: {@code REVALIDATION}
     * @param source what it is about: {@code action/4711}, {@code cycle/2031-11-23}
     */
    public record Subject(String membershipId, String company, String kind, String source) {

        /** The same for the same thing owed, so that an event that comes twice opens it once. */
        public String id() {
            return membershipId + "-" + kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                    + source.replaceAll("[^A-Za-z0-9-]", "-");
        }
    }

    /**
     * What the source says about it now.
     *
     * @param met  whether it is settled
     * @param turn who has to act next; the company's delay counts only while the company has the turn
     */
    public record Status(LocalDate dueOn, boolean met, ObligationPolicy.Owner turn) {}

    public static Obligation open(Subject subject, Status status, ObligationPolicy policy, Actor platform, Instant at) {
        var dueOn = status.dueOn();
        var today = BusinessCalendar.shipped().dayOf(at);
        var obligation = new Obligation(
                new Stored(subject.id(), 0, Map.of()),
                new Snapshot(
                        subject,
                        policy.owner(),
                        status.turn(),
                        OPEN,
                        dueOn,
                        dueOn,
                        policy.nextReminder(dueOn, today),
                        null,
                        today));
        obligation.record(Change.birth(OPEN.name(), "opened", platform, at)
                .because("due on " + dueOn)
                .under(policy.source()));
        return obligation;
    }

    public static Obligation restore(Stored stored, Snapshot snapshot) {
        return new Obligation(stored, snapshot);
    }

    /**
     * Takes in what the source says now: its new due date replaces the present one, unless an officer granted a later one, and what
     * was void is owed again, such as after an allowed appeal, with the later date that was granted and has not passed. Nothing new
     * changes nothing.
     */
    public void follow(Status now, ObligationPolicy policy, Actor platform, Instant at) {
        if (state() == VOID && !now.met()) {
            var granted = now.dueOn().equals(sourceDueOn) || stands(now.dueOn(), at) ? dueOn : now.dueOn();
            sourceDueOn = now.dueOn();
            turn = now.turn();
            reschedule(granted, policy, at);
            var next = granted.isAfter(now.dueOn()) ? EXTENDED : OPEN;
            record(to(next, "reopened", platform, at).because("its source names it again"));
            return;
        }
        if (!state().pending()) {
            return;
        }
        if (now.met()) {
            nextReminderOn = null;
            record(to(MET, "met", platform, at));
        } else if (!now.dueOn().equals(sourceDueOn)) {
            sourceDueOn = now.dueOn();
            turn = now.turn();
            if (state() == EXTENDED && dueOn.isAfter(now.dueOn())) {
                record(within("source-rescheduled", platform, at).because("due on " + now.dueOn()));
                return;
            }
            reschedule(now.dueOn(), policy, at);
            record(to(OPEN, "rescheduled", platform, at).because("due on " + now.dueOn()));
        } else if (now.turn() != turn) {
            turn = now.turn();
            record(within("turn-changed", platform, at).because(turn.name()));
        }
    }

    /** Whether a later due date that was granted still counts although the source names another one. */
    private boolean stands(LocalDate named, Instant at) {
        var granted = dueOn.isAfter(sourceDueOn);
        return granted
                && dueOn.isAfter(named)
                && !BusinessCalendar.shipped().dayOf(at).isAfter(dueOn);
    }

    /** What it was about exists no more. */
    public void close(String reason, Actor platform, Instant at) {
        if (state().pending()) {
            nextReminderOn = null;
            record(to(VOID, "voided", platform, at).because(reason));
        }
    }

    /** Records a reminder whose day has come, or that the due date has passed; otherwise nothing changes. */
    public void letDaysPass(ObligationPolicy policy, Actor platform, Instant at) {
        var today = BusinessCalendar.shipped().dayOf(at);
        if (state() != OPEN && state() != EXTENDED) {
            return;
        }
        if (today.isAfter(dueOn)) {
            nextReminderOn = null;
            record(to(OVERDUE, "overdue", platform, at).because("due on " + dueOn));
        } else if (nextReminderOn != null && !today.isBefore(nextReminderOn)) {
            nextReminderOn = policy.nextReminder(dueOn, today);
            record(within("reminded", platform, at).because("due on " + dueOn));
        }
    }

    /** Proposes a later due date or a waiver, which another officer grants; a newer proposal replaces it. */
    public void propose(ObligationProposal newer, Actor officer, Instant at) {
        require("propose to extend or waive the obligation", State.PENDING);
        if (newer.dueOn() != null) {
            requireLater(newer.dueOn(), at);
        }
        proposal = newer;
        record(within("proposed", officer, at).because(newer.kind() + ": " + newer.reason()));
    }

    /** Where no other officer is left: names one who took part, but never the proposer. */
    public void nameDecider(NamedDecider chosen, List<Share> others, Actor manager, Instant at) {
        require("decide on the obligation", State.PENDING);
        if (proposal == null) {
            throw new Refusal.RuleBroken("no-proposal", Message.of("enrolment.membership.no-proposal"));
        }
        var named = proposal.duties(others).naming(chosen.officer(), chosen.reason(), manager);
        proposal = proposal.namedTo(named);
        record(within("decider-named", manager, at).because(named.words()));
    }

    /**
     * What an officer grants on the proposal of another one.
     *
     * @param reason for the company to read
     * @param others who took part in what the obligation is about
     */
    public record Grant(String reason, List<Share> others) {}

    /**
     * Grants a later due date that another officer proposed; the next reminder follows it.
     *
     * @throws Refusal.InvalidInput unless the day is after today and after the present due date, and not after the proposed one
     */
    public void extend(Grant grant, LocalDate until, ObligationPolicy policy, Actor officer, Instant at) {
        require("extend the obligation", State.PENDING);
        requireLater(until, at);
        requireProposed(ObligationProposal.Kind.EXTENSION, grant, officer).requireNotAfter(until);
        reschedule(until, policy, at);
        proposal = null;
        record(to(EXTENDED, "extended", officer, at).because(grant.reason()));
    }

    private void requireLater(LocalDate until, Instant at) {
        if (!until.isAfter(dueOn) || !until.isAfter(BusinessCalendar.shipped().dayOf(at))) {
            throw new Refusal.InvalidInput("dueOn", Message.of("enrolment.obligation.extension", dueOn));
        }
    }

    private ObligationProposal requireProposed(ObligationProposal.Kind kind, Grant grant, Actor officer) {
        if (proposal == null || proposal.kind() != kind) {
            throw new Refusal.RuleBroken("proposal-needed", Message.of("separation.proposal-needed"));
        }
        proposal.duties(grant.others()).requireMayDecide(officer);
        return proposal;
    }

    /** A compliance case granted a later due date; one that is not later than the present one changes nothing. */
    public void extendByCase(LocalDate until, ObligationPolicy policy, Actor decider, Instant at) {
        if (state().pending() && until.isAfter(dueOn)) {
            reschedule(until, policy, at);
            record(to(EXTENDED, "extended", decider, at).because("by a compliance case"));
        }
    }

    /** Waives what another officer proposed to waive. */
    public void waive(Grant grant, Actor approver, Instant at) {
        require("waive the obligation", State.PENDING);
        requireProposed(ObligationProposal.Kind.WAIVER, grant, approver);
        nextReminderOn = null;
        proposal = null;
        record(to(WAIVED, "waived", approver, at).because(grant.reason()));
    }

    private void reschedule(LocalDate day, ObligationPolicy policy, Instant at) {
        dueOn = day;
        nextReminderOn = policy.nextReminder(day, BusinessCalendar.shipped().dayOf(at));
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.isOfficer(actor) || owner == ObligationPolicy.Owner.COMPANY && actor.belongsTo(subject.company());
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(subject.company());
    }

    public Snapshot snapshot() {
        return new Snapshot(subject, owner, turn, state(), dueOn, sourceDueOn, nextReminderOn, proposal, openedOn);
    }

    /**
     * The whole state of an obligation.
     *
     * @param turn           who has to act next
     * @param dueOn          last day on which it is met in time, programme zone
     * @param sourceDueOn    the due date before any extension
     * @param nextReminderOn null when no reminder is left
     * @param proposal       what another officer has to grant; null if nothing is proposed
     * @param openedOn       whose policy counts for it; null for one from before policies were published
     */
    public record Snapshot(
            Subject subject,
            ObligationPolicy.Owner owner,
            ObligationPolicy.Owner turn,
            State state,
            LocalDate dueOn,
            LocalDate sourceDueOn,
            @Nullable LocalDate nextReminderOn,
            @Nullable ObligationProposal proposal,
            @Nullable LocalDate openedOn) {}
}
