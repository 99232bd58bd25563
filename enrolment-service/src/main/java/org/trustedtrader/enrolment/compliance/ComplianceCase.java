package org.trustedtrader.enrolment.compliance;

import static org.trustedtrader.enrolment.compliance.ComplianceCase.State.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What a missed or failed obligation leads to: a notice, time to answer, a decision by an approver who did not open the case.
 * If the company is silent and nobody decides, the trigger's default takes effect. If the company answered and nobody decides,
 * nothing is taken away and the case goes to the programme manager.
 */
public final class ComplianceCase extends StatefulAggregate<ComplianceCase.State> {

    /** Where a case stands. */
    public enum State {
        OPENED,
        NOTICE_SERVED,
        ANSWERED,
        ANSWER_PERIOD_OVER,
        ESCALATED,
        DECIDED,
        LAPSED_TO_DEFAULT,
        /** What it was about exists no more. */
        VOID;

        static final Set<State> OPEN = EnumSet.range(OPENED, ESCALATED);

        public boolean open() {
            return OPEN.contains(this);
        }
    }

    /** What opens a case. */
    public enum Trigger {
        OBLIGATION_OVERDUE,
        UNSATISFACTORY_VISIT,
        NO_SHOW,
        CHANGE_REPORT,
        OFFICER
    }

    /** What an approver may decide. */
    public enum Outcome {
        NO_ACTION,
        EXTENSION,
        ACTION_PLAN,
        SUSPENSION,
        CANCELLATION;

        boolean takesAway() {
            return this == SUSPENSION || this == CANCELLATION;
        }
    }

    /**
     * What the case is about.
     *
     * @param source            {@code obligation/…}, {@code visit/…}; for an officer's case {@code officer/…} with the case's own key
     * @param reasonCode        the ground against the member that a suspension or cancellation would name
     * @param facts             for the member to read
     * @param suspendsByDefault whether the membership is suspended when the company is silent and nobody decides
     * @param defaultNotBefore  first day on which the default may take effect; null for none
     * @param pausesBenefits    whether some benefits are paused if the programme leaves the case undecided: it is about security
     */
    public record Subject(
            String membershipId,
            String company,
            Trigger trigger,
            String source,
            ReasonCode reasonCode,
            String facts,
            boolean suspendsByDefault,
            @Nullable LocalDate defaultNotBefore,
            boolean pausesBenefits) {}

    private final Subject subject;
    private final String openedBy;
    private final Instant openedAt;
    private @Nullable Instant servedAt;
    private @Nullable Instant answerDueAt;
    private @Nullable String answer;
    private @Nullable Instant decideBy;
    private @Nullable Outcome outcome;
    private @Nullable LocalDate extendedUntil;
    private @Nullable Instant curedAt;
    private @Nullable Instant pausedAt;
    private CaseWork work;

    private ComplianceCase(Stored stored, Snapshot s) {
        super(stored, s.state());
        subject = s.subject();
        openedBy = s.openedBy();
        openedAt = s.openedAt();
        servedAt = s.servedAt();
        answerDueAt = s.answerDueAt();
        answer = s.answer();
        decideBy = s.decideBy();
        outcome = s.outcome();
        extendedUntil = s.extendedUntil();
        curedAt = s.curedAt();
        pausedAt = s.pausedAt();
        work = s.work();
    }

    public static ComplianceCase open(String id, Subject subject, String legalBasis, Actor by, Instant at) {
        var opened = new ComplianceCase(
                new Stored(id, 0, Map.of()),
                new Snapshot(
                        subject, OPENED, by.id(), at, null, null, null, null, null, null, null, null, CaseWork.NONE));
        opened.record(Change.birth(OPENED.name(), "opened", by, at)
                .because(subject.trigger() + ": " + subject.facts())
                .under(legalBasis));
        return opened;
    }

    public static ComplianceCase restore(Stored stored, Snapshot snapshot) {
        return new ComplianceCase(stored, snapshot);
    }

    /** The company has read the notice. The first reading counts; later ones change nothing. */
    public void serveNotice(ComplianceRules rules, Jurisdiction province, Actor reader, Instant at) {
        if (state() == OPENED) {
            serve(rules, province, "notice-read", reader, at);
        }
    }

    /** The company answers the notice, once, and not after the programme let its own time to decide pass. */
    public void answer(String words, ComplianceRules rules, Actor company, Instant at) {
        require("answer the notice", OPENED, NOTICE_SERVED, ANSWER_PERIOD_OVER);
        answer = words;
        decideBy = rules.decideBy(at);
        record(to(ANSWERED, "answered", company, at).because(words));
    }

    /**
     * What the case is about was done after all. It counts as the company's answer, so that nothing is taken away by default, and
     * it ends a pause. Only the first time counts.
     */
    public void noteCured(ComplianceRules rules, Actor platform, Instant at) {
        if (!state().open() || curedAt != null) {
            return;
        }
        curedAt = at;
        pausedAt = null;
        if (state() == ANSWERED || state() == ESCALATED) {
            record(within("cured", platform, at));
        } else {
            answer = "";
            decideBy = rules.decideBy(at);
            record(to(ANSWERED, "cured", platform, at));
        }
    }

    /** The membership ended, or the obligation was waived or is void. */
    public void close(String reason, Actor platform, Instant at) {
        if (state().open()) {
            record(to(VOID, "voided", platform, at).because(reason));
        }
    }

    /**
     * Lets one period end whose time is over; otherwise nothing changes.
     *
     * @param turnIsWithProgramme whether the programme, not the company, holds up what the case is about: then the default takes
     *                            nothing away
     */
    public void letPeriodEnd(
            ComplianceRules rules, Jurisdiction province, boolean turnIsWithProgramme, Actor platform, Instant at) {
        switch (state()) {
            case OPENED -> {
                if (at.isAfter(rules.deemedServedAt(openedAt))) {
                    serve(rules, province, "notice-deemed-served", platform, at);
                }
            }
            case NOTICE_SERVED -> {
                if (at.isAfter(answerDue())) {
                    decideBy = rules.decideBy(answerDue());
                    record(to(ANSWER_PERIOD_OVER, "answer-period-over", platform, at));
                }
            }
            case ANSWER_PERIOD_OVER -> endWithoutDecision(turnIsWithProgramme, platform, at);
            case ANSWERED -> {
                if (decisionOverdue(at)) {
                    record(to(ESCALATED, "escalated", platform, at));
                }
            }
            case ESCALATED -> {
                if (mayPause(turnIsWithProgramme) && at.isAfter(rules.pauseAfter(Objects.requireNonNull(decideBy)))) {
                    pausedAt = at;
                    record(within("benefits-paused", platform, at).because("no decision since " + decideBy));
                }
            }
            default -> {}
        }
    }

    /** @param until the new due date, for an extension only */
    public record Decision(Outcome outcome, @Nullable LocalDate until, String note, String legalBasis) {}

    /** Proposes an outcome that another officer decides; a newer proposal replaces it. */
    public void propose(Outcome proposed, String note, Actor officer, Instant at) {
        require("propose a decision on the case", State.OPEN);
        work = work.proposed(proposed, note, officer, at);
        record(within("proposed", officer, at).because(proposed + (note.isBlank() ? "" : ": " + note)));
    }

    /** Where no other officer is left: names one who took part, but neither who opened the case nor who proposed. */
    public void nameDecider(NamedDecider chosen, List<Share> others, Actor manager, Instant at) {
        require("decide the case", State.OPEN);
        var named = work.duties(openedBy, others).naming(chosen.officer(), chosen.reason(), manager);
        work = work.named(named);
        record(within("decider-named", manager, at).because(named.words()));
    }

    /**
     * An approver decides. Against the member only after the notice: once it was answered, or the time to answer is over.
     *
     * @param others who worked on what the case is about
     * @throws Refusal.RuleBroken {@code decided-by-someone-else} for the officers who opened the case, proposed its outcome or
     *     worked on what it is about
     */
    public void decide(Decision decision, List<Share> others, Actor officer, Instant at) {
        require("decide the case", State.OPEN);
        work.duties(openedBy, others).requireMayDecide(officer);
        var against = decision.outcome().takesAway();
        if (against && (state() == OPENED || state() == NOTICE_SERVED)) {
            throw new Refusal.RuleBroken("notice-running", Message.of("enrolment.case.notice-running"));
        }
        work.requireProposed(decision.outcome(), openedBy);
        var extension = decision.outcome() == Outcome.EXTENSION;
        if (extension != (decision.until() != null)) {
            throw new Refusal.InvalidInput("until", Message.of("enrolment.case.until"));
        }
        if (extension && subject.trigger() != Trigger.OBLIGATION_OVERDUE) {
            throw new Refusal.InvalidInput("outcome", Message.of("enrolment.case.nothing-to-extend"));
        }
        if (decision.until() != null
                && !decision.until().isAfter(BusinessCalendar.shipped().dayOf(at))) {
            throw new Refusal.InvalidInput("until", Message.of("enrolment.case.until-future"));
        }
        outcome = decision.outcome();
        extendedUntil = decision.until();
        record(to(DECIDED, "decided", officer, at)
                .because(outcome + (decision.note().isBlank() ? "" : ": " + decision.note()))
                .under(decision.legalBasis()));
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
        return new Snapshot(
                subject,
                state(),
                openedBy,
                openedAt,
                servedAt,
                answerDueAt,
                answer,
                decideBy,
                outcome,
                extendedUntil,
                curedAt,
                pausedAt,
                work);
    }

    /** Actor ids of the officers who opened it or proposed its outcome. */
    public Set<String> officers() {
        return work.officers(openedBy);
    }

    private void serve(ComplianceRules rules, Jurisdiction province, String name, Actor actor, Instant at) {
        servedAt = at;
        answerDueAt = rules.answerDueAt(at, province);
        record(to(NOTICE_SERVED, name, actor, at));
    }

    private void endWithoutDecision(boolean turnIsWithProgramme, Actor platform, Instant at) {
        if (!decisionOverdue(at)) {
            return;
        }
        if (turnIsWithProgramme || !subject.suspendsByDefault()) {
            record(to(ESCALATED, "escalated", platform, at));
        } else if (subject.defaultNotBefore() == null
                || !BusinessCalendar.shipped().dayOf(at).isBefore(subject.defaultNotBefore())) {
            outcome = Outcome.SUSPENSION;
            record(to(LAPSED_TO_DEFAULT, "lapsed-to-default", platform, at)
                    .because("no answer and no decision by " + decideBy));
        }
    }

    /** Not for what the company has done meanwhile, nor for what waits for the programme. */
    private boolean mayPause(boolean turnIsWithProgramme) {
        return subject.pausesBenefits() && pausedAt == null && curedAt == null && !turnIsWithProgramme;
    }

    /** Whether some benefits of the member are paused by this case now. */
    public boolean pausesNow() {
        return state() == ESCALATED && pausedAt != null;
    }

    private boolean decisionOverdue(Instant at) {
        return decideBy != null && at.isAfter(decideBy);
    }

    private Instant answerDue() {
        return Objects.requireNonNull(answerDueAt);
    }

    /**
     * The whole state of a case; times in UTC.
     *
     * @param openedBy    actor id: an officer, or the platform
     * @param servedAt    when the company read the notice or it counted as delivered
     * @param answer      the company's words; empty if what was missing was done instead
     * @param decideBy    end of the period in which an approver has to decide
     * @param outcome     what was decided, or {@code SUSPENSION} by default
     * @param curedAt     when what was missing was done
     * @param pausedAt    since when some benefits are paused by this case; null if they are not
     * @param work        what officers did before the decision
     */
    public record Snapshot(
            Subject subject,
            State state,
            String openedBy,
            Instant openedAt,
            @Nullable Instant servedAt,
            @Nullable Instant answerDueAt,
            @Nullable String answer,
            @Nullable Instant decideBy,
            @Nullable Outcome outcome,
            @Nullable LocalDate extendedUntil,
            @Nullable Instant curedAt,
            @Nullable Instant pausedAt,
            CaseWork work) {}
}
