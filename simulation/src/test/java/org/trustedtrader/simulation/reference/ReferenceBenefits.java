package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member has benefits on a day, from the facts on its file and the dates alone, by the rules of domain.md, sections 4
 * and 16. It knows no state of a membership.
 */
public final class ReferenceBenefits {

    private static final int CYCLE_YEARS = 4;
    private static final int CYCLE_YEARS_OF_HIGH_RISK = 3;
    private static final int REVALIDATION_OPENS_MONTHS = 12;
    private static final int REVALIDATION_GRACE_DAYS = 90;
    private static final int DAYS_TO_APPEAL = 30;
    private static final String PLATFORM = "the platform";
    private static final String ACTION = "action/";
    private static final String CYCLE = "cycle/";

    private final Province province;
    private final Map<String, ReferenceDuty> duties = new HashMap<>();
    private final Map<String, ReferenceCase> cases = new HashMap<>();
    private final ReferenceRevalidation revalidation = new ReferenceRevalidation();
    private final ReferenceReviews reviews = new ReferenceReviews(revalidation);
    private LocalDate today = LocalDate.MIN;
    private LocalDate memberSince = LocalDate.MIN;
    private @Nullable LocalDate cycleEnds;
    private @Nullable ReferenceDuty cycle;
    private boolean withdrawn;
    private boolean cancelled;
    private boolean cancelledForGood;
    private @Nullable LocalDate appealBy;
    private String cancelledBy = "";
    private boolean suspended;
    private final Set<String> suspendedBy = new HashSet<>();

    public ReferenceBenefits(Province province) {
        this.province = province;
    }

    /** Whether benefits are on at the end of the day. */
    public boolean on() {
        return cycleEnds != null && !withdrawn && !cancelled && !suspended;
    }

    /** Whether the FAST lane and reduced examination are paused, since the programme leaves a case about security undecided. */
    public boolean paused() {
        return cases.values().stream().anyMatch(ReferenceCase::pauses);
    }

    /** What the open cases are about. */
    public Set<String> openCases() {
        return new TreeSet<>(cases.keySet());
    }

    /** By what an open case is about, how far it is: OPENED, SERVED, ANSWERED, PERIOD_OVER or WITH_MANAGER. */
    public Map<String, String> stages() {
        var stages = new TreeMap<String, String>();
        cases.forEach((about, of) -> stages.put(about, of.stage()));
        return stages;
    }

    /** Lets the dates take effect that came with midnight. */
    public void dayBegins(LocalDate day) {
        today = day;
        if (cycleEnds == null || isOver()) {
            return;
        }
        if (lasts() && !revalidation.isOpen() && !day.isBefore(cycleEnds.minusMonths(REVALIDATION_OPENS_MONTHS))) {
            revalidation.opens(null);
        }
        if (lasts()) {
            reviews.dayBegins(day, memberSince, duties::put);
        }
        openCasesOfOverdueDuties();
        if (appealBy != null && day.isAfter(appealBy)) {
            cancelledForGood = true;
            cases.clear();
        }
        for (var about : List.copyOf(cases.keySet())) {
            if (cases.get(about).dayBegins(day)) {
                cases.remove(about);
                suspend(PLATFORM);
            }
        }
    }

    /** Takes a fact of today. @throws BrokenRuleException if the rules forbid it */
    public void take(Fact fact) {
        if (isOver()) {
            if (!revalidation.take(fact)) {
                throw new BrokenRuleException(fact + " after the membership was over");
            }
            return;
        }
        if (!revalidation.take(fact)) {
            membership(fact);
        }
        switch (fact) {
            case Fact.VisitClosed(var visit, var satisfactory)
            when !satisfactory -> open("visit/" + visit, PLATFORM, true, true, null);
            case Fact.CompanyMissedVisit(var visit) -> open("missed/" + visit, PLATFORM, false, false, null);
            default -> {}
        }
        if (!(fact instanceof Fact.AppealDecided)) {
            openCasesOfOverdueDuties();
        }
    }

    private void membership(Fact fact) {
        switch (fact) {
            case Fact.TermsSigned() -> {
                memberSince = today;
                beginCycle();
            }
            case Fact.Withdrew() -> {
                withdrawn = true;
                cases.clear();
            }
            case Fact.RevalidationStarted(var by) -> revalidation.opens(by);
            case Fact.RevalidationCompleted(var proposer, var decider) -> {
                revalidation.mustAllowCompletion(proposer, decider);
                done(CYCLE + cycleEnds);
                beginCycle();
            }
            case Fact.SuspendedForSafety(var by) -> suspend(by);
            case Fact.SuspensionConfirmed(var by) -> {
                mustBeNew(by, suspendedBy, "confirms the suspension");
                suspendedBy.add(by);
            }
            case Fact.ObjectionAnswered(var upheld, var by) -> {
                mustBeNew(by, suspendedBy, "answers the objection");
                if (upheld) {
                    lift();
                }
            }
            case Fact.Reinstated(var proposer, var decider) -> {
                mustBeNew(decider, suspendedBy, "reinstates");
                mustBeNew(decider, Set.of(proposer), "reinstates");
                lift();
            }
            case Fact.Appealed() -> {
                if (appealBy == null || today.isAfter(appealBy)) {
                    throw new BrokenRuleException("an appeal after its period");
                }
                appealBy = null;
            }
            case Fact.AppealDecided(var allowed, var proposer, var decider) -> {
                mustBeNew(decider, Set.of(proposer), "decides the appeal");
                mustBeNew(decider, Set.of(cancelledBy), "decides the appeal");
                cancelled = !allowed;
                cancelledForGood = !allowed;
                if (!allowed) {
                    cases.clear();
                }
            }
            case Fact.CaseOpened(var about, var security, var by) -> open(about, by, false, security, null);
            case Fact.NoticeRead(var about) -> openCase(about).noticeRead(today);
            case Fact.NoticeAnswered(var about) -> openCase(about).answered(today);
            case Fact.CaseDecided decided -> decide(decided);
            default -> duty(fact);
        }
        if (!lasts()) {
            revalidation.ends();
            cases.values().removeIf(ReferenceBenefits::isTakenBack);
        }
        takeTurns();
    }

    private void duty(Fact fact) {
        switch (fact) {
            case Fact.ActionDue(var action, var dueOn) -> {
                if (duties.containsKey(ACTION + action)) {
                    sourceNames(ACTION + action, dueOn);
                } else {
                    duties.put(ACTION + action, new ReferenceDuty(dueOn, 0));
                }
            }
            case Fact.ActionHandedIn(var action) -> owed(ACTION + action).companyHasTheTurn = false;
            case Fact.ActionRejected(var action) -> owed(ACTION + action).companyHasTheTurn = true;
            case Fact.ActionVerified(var action) -> done(ACTION + action);
            case Fact.ReviewSubmitted submitted -> {
                var about = ReferenceReviews.about(submitted.anniversary());
                sourceNames(about, reviews.submitted(submitted, today));
            }
            case Fact.ReviewReturned(var anniversary) ->
                sourceNames(ReferenceReviews.about(anniversary), reviews.returned(anniversary, today));
            case Fact.ReviewAccepted(var anniversary) -> {
                reviews.accepted(anniversary);
                done(ReferenceReviews.about(anniversary));
            }
            case Fact.DutyExtended(var duty, var until, var proposer, var decider) -> {
                mustBeNew(decider, Set.of(proposer), "extends");
                extend(duty, until);
            }
            case Fact.DutyWaived(var duty, var proposer, var decider) -> {
                mustBeNew(decider, Set.of(proposer), "waives");
                owed(duty).waived = true;
                cases.remove(duty);
            }
            default -> throw new IllegalArgumentException("unknown to the reference: " + fact);
        }
    }

    private void sourceNames(String about, LocalDate dueOn) {
        if (owed(about).reschedule(dueOn, today)) {
            cases.remove(about);
        }
    }

    private void decide(Fact.CaseDecided decided) {
        var of = openCase(decided.about());
        of.mustAllowDecision(decided);
        cases.remove(decided.about());
        switch (decided.decision()) {
            case SUSPENSION -> suspend(decided.by());
            case CANCELLATION -> {
                if (lasts()) {
                    cancelled = true;
                    cancelledBy = decided.by();
                    appealBy = ReferenceCalendar.legalPeriod(today, DAYS_TO_APPEAL, province);
                }
            }
            case EXTENSION -> {
                if (decided.until() != null && decided.until().isAfter(owed(decided.about()).dueOn)) {
                    owed(decided.about()).grant(decided.until());
                }
            }
            case NO_ACTION, ACTION_PLAN -> {}
        }
    }

    private void beginCycle() {
        revalidation.ends();
        cycleEnds = today.plusYears(revalidation.riskIsHigh() ? CYCLE_YEARS_OF_HIGH_RISK : CYCLE_YEARS);
        cycle = new ReferenceDuty(cycleEnds, REVALIDATION_GRACE_DAYS);
        duties.put(CYCLE + cycleEnds, cycle);
    }

    /** An overdue duty opens a case once for each due date, when and as long as the company has the turn. */
    private void openCasesOfOverdueDuties() {
        if (!lasts() || cycleEnds == null) {
            return;
        }
        takeTurns();
        duties.forEach((about, duty) -> {
            if (duty.isOverdue(today)
                    && duty.companyHasTheTurn
                    && !cases.containsKey(about)
                    && duty.casesFor.add(duty.dueOn)) {
                open(about, PLATFORM, true, about.startsWith(ACTION), duty);
            }
        });
    }

    private void takeTurns() {
        if (cycleEnds == null) {
            return;
        }
        Objects.requireNonNull(cycle).companyHasTheTurn = revalidation.companyHasTheTurn();
        reviews.takeTurns();
    }

    private void open(String about, String by, boolean suspends, boolean security, @Nullable ReferenceDuty duty) {
        cases.put(about, new ReferenceCase(by, suspends, security, duty, province, today));
    }

    private void extend(String about, LocalDate until) {
        owed(about).grant(until);
        cases.remove(about);
    }

    private void done(String about) {
        owed(about).done = true;
        var open = cases.get(about);
        if (open != null) {
            open.cured(today);
        }
    }

    private void suspend(String by) {
        if (!suspended) {
            suspended = true;
            suspendedBy.clear();
            suspendedBy.add(by);
        }
    }

    private void lift() {
        suspended = false;
        suspendedBy.clear();
    }

    private boolean lasts() {
        return !withdrawn && !cancelled;
    }

    private boolean isOver() {
        return withdrawn || cancelledForGood;
    }

    private ReferenceDuty owed(String about) {
        var duty = duties.get(about);
        if (duty == null) {
            throw new BrokenRuleException("nothing is owed about " + about);
        }
        return duty;
    }

    private ReferenceCase openCase(String about) {
        var open = cases.get(about);
        if (open == null) {
            throw new BrokenRuleException("no case is open about " + about + ", but about " + openCases());
        }
        return open;
    }

    /** A duty that is not done ends with the membership, and its case with it; if the membership comes back, it is overdue again. */
    private static boolean isTakenBack(ReferenceCase of) {
        return of.duty != null && of.duty.pending() && of.duty.casesFor.remove(of.duty.dueOn);
    }

    private static void mustBeNew(String officer, Set<String> tookPart, String what) {
        if (tookPart.contains(officer)) {
            throw new BrokenRuleException(officer + " " + what + " and took part before");
        }
    }
}
