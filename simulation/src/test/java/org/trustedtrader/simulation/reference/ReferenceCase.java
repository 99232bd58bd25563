package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A compliance case (domain.md, section 16), from its opening to its end. */
final class ReferenceCase {

    private static final int DAYS_UNTIL_DELIVERED = 10;
    private static final int DAYS_TO_ANSWER = 30;
    private static final int WORKING_DAYS_TO_DECIDE = 5;
    private static final int DAYS_UNTIL_PAUSE = 30;

    private enum Stage {
        OPENED,
        SERVED,
        ANSWERED,
        PERIOD_OVER,
        WITH_MANAGER
    }

    final String openedBy;
    final boolean suspends;
    /** Whether some benefits pause while the programme leaves the case undecided. */
    final boolean security;
    /** The duty that is overdue; null for a visit or an officer's case. */
    final @Nullable ReferenceDuty duty;

    private final Province province;
    private final LocalDate openedOn;
    private final @Nullable LocalDate noDefaultBefore;
    private Stage stage = Stage.OPENED;
    private LocalDate answerBy;
    private LocalDate decideBy;
    private boolean cured;
    private boolean paused;

    ReferenceCase(
            String openedBy,
            boolean suspends,
            boolean security,
            @Nullable ReferenceDuty duty,
            Province province,
            LocalDate openedOn) {
        this.openedBy = openedBy;
        this.suspends = suspends;
        this.security = security;
        this.duty = duty;
        this.province = province;
        this.openedOn = openedOn;
        this.noDefaultBefore = duty == null || duty.graceDays == 0 ? null : duty.dueOn.plusDays(duty.graceDays);
        this.answerBy = openedOn;
        this.decideBy = openedOn;
    }

    /** Lets the periods end that ended yesterday. @return whether the company was silent, nobody decided, and the default takes effect */
    boolean dayBegins(LocalDate day) {
        switch (stage) {
            case OPENED -> {
                var delivered = ReferenceCalendar.legalPeriod(openedOn, DAYS_UNTIL_DELIVERED, Province.NONE);
                if (day.isAfter(delivered)) {
                    serve(day);
                }
            }
            case SERVED -> {
                if (day.isAfter(answerBy)) {
                    stage = Stage.PERIOD_OVER;
                    decideBy = ReferenceCalendar.workingDaysAfter(answerBy, WORKING_DAYS_TO_DECIDE);
                }
            }
            case ANSWERED -> {
                if (day.isAfter(decideBy)) {
                    stage = Stage.WITH_MANAGER;
                }
            }
            case PERIOD_OVER -> {
                if (day.isAfter(decideBy)) {
                    return endsWithoutDecision(day);
                }
            }
            case WITH_MANAGER -> {
                if (security && !cured && !isHeldUpByProgramme() && day.isAfter(decideBy.plusDays(DAYS_UNTIL_PAUSE))) {
                    paused = true;
                }
            }
        }
        return false;
    }

    /** The programme's own delay takes nothing away: then the manager decides. */
    private boolean endsWithoutDecision(LocalDate day) {
        if (!suspends || isHeldUpByProgramme()) {
            stage = Stage.WITH_MANAGER;
            return false;
        }
        return noDefaultBefore == null || !day.isBefore(noDefaultBefore);
    }

    private boolean isHeldUpByProgramme() {
        return duty != null && !duty.companyHasTheTurn;
    }

    /** Whether some benefits are paused until the case is decided. */
    boolean pauses() {
        return paused;
    }

    String stage() {
        return stage.name();
    }

    void noticeRead(LocalDate day) {
        if (stage == Stage.OPENED) {
            serve(day);
        }
    }

    void answered(LocalDate day) {
        if (stage == Stage.ANSWERED || stage == Stage.WITH_MANAGER) {
            throw new BrokenRuleException("an answer after the answer, or after the manager had to decide");
        }
        stage = Stage.ANSWERED;
        decideBy = ReferenceCalendar.workingDaysAfter(day, WORKING_DAYS_TO_DECIDE);
    }

    /** What was missing was done; that is an answer. */
    void cured(LocalDate day) {
        cured = true;
        paused = false;
        if (stage != Stage.ANSWERED && stage != Stage.WITH_MANAGER) {
            answered(day);
        }
    }

    void mustAllowDecision(Fact.CaseDecided decision) {
        if (decision.by().equals(openedBy)) {
            throw new BrokenRuleException(decision.by() + " opened the case and decided it");
        }
        var against =
                decision.decision() == Fact.Decision.SUSPENSION || decision.decision() == Fact.Decision.CANCELLATION;
        if (against && (stage == Stage.OPENED || stage == Stage.SERVED)) {
            throw new BrokenRuleException("a decision against the member while the notice runs");
        }
    }

    private void serve(LocalDate day) {
        stage = Stage.SERVED;
        answerBy = ReferenceCalendar.legalPeriod(day, DAYS_TO_ANSWER, province);
    }
}
