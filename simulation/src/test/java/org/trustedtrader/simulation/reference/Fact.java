package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody did, as the file tells it. Who is named by id; cases and duties by what they are about. */
public sealed interface Fact {

    /** The company signed the terms. */
    record TermsSigned() implements Fact {}

    record Withdrew() implements Fact {}

    /** A corrective action for a criterion that must be met, with its due date; again when an approver moves the date. */
    record ActionDue(String action, LocalDate dueOn) implements Fact {}

    /** The company handed the action in: the programme has to look at it. */
    record ActionHandedIn(String action) implements Fact {}

    record ActionRejected(String action) implements Fact {}

    record ActionVerified(String action) implements Fact {}

    /** @param duty an action, or the due date of a revalidation cycle */
    record DutyExtended(String duty, LocalDate until, String proposer, String decider) implements Fact {}

    record DutyWaived(String duty, String proposer, String decider) implements Fact {}

    /** @param changes whether the company stated that answers of its profile changed */
    record ReviewSubmitted(LocalDate anniversary, boolean changes) implements Fact {}

    record ReviewReturned(LocalDate anniversary) implements Fact {}

    record ReviewAccepted(LocalDate anniversary) implements Fact {}

    /** An officer opened the revalidation before its time. */
    record RevalidationStarted(String by) implements Fact {}

    record ProfileHandedIn() implements Fact {}

    /** @param mustFailed whether a criterion that must be met is not */
    record ProfileAssessed(String by, boolean mustFailed) implements Fact {}

    /** An officer worked on the assessment, such as on a corrective action. */
    record WorkedOnAssessment(String by) implements Fact {}

    record VisitOrdered(String visit, boolean forRevalidation) implements Fact {}

    record SlotsSent(String visit) implements Fact {}

    record SlotAgreed(String visit, String validator) implements Fact {}

    record SlotsDeclined(String visit) implements Fact {}

    record ReportSent(String visit) implements Fact {}

    record ReportAnswered(String visit) implements Fact {}

    record VisitClosed(String visit, boolean satisfactory) implements Fact {}

    record VisitCancelled(String visit) implements Fact {}

    record CompanyMissedVisit(String visit) implements Fact {}

    record RevalidationCompleted(String proposer, String decider) implements Fact {}

    record CaseOpened(String about, boolean security, String by) implements Fact {}

    record NoticeRead(String about) implements Fact {}

    record NoticeAnswered(String about) implements Fact {}

    /** @param until of an extension */
    record CaseDecided(
            String about, Decision decision, @Nullable LocalDate until, String by) implements Fact {}

    /** What a case can end with. */
    enum Decision {
        NO_ACTION,
        EXTENSION,
        ACTION_PLAN,
        SUSPENSION,
        CANCELLATION
    }

    record SuspendedForSafety(String by) implements Fact {}

    record SuspensionConfirmed(String by) implements Fact {}

    record ObjectionAnswered(boolean upheld, String by) implements Fact {}

    record Reinstated(String proposer, String decider) implements Fact {}

    record Appealed() implements Fact {}

    record AppealDecided(boolean allowed, String proposer, String decider) implements Fact {}
}
