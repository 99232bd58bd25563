package org.trustedtrader.enrolment.obligation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Consequence;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;

/** The policy of all kinds. A kind without a row cannot be opened. */
public final class ObligationPolicies {

    public static final String REVALIDATION = "REVALIDATION";
    public static final String ANNUAL_REVIEW = "ANNUAL_REVIEW";
    public static final String MUST_ACTION = "MUST_ACTION";
    public static final String SUSPENSION_CONFIRMATION = "SUSPENSION_CONFIRMATION";
    public static final String OBJECTION_ANSWER = "OBJECTION_ANSWER";
    public static final String SUSPENSION_REVIEW = "SUSPENSION_REVIEW";

    public static final String CHANGE_TRIAGE = "CHANGE_TRIAGE";
    public static final String CHANGE_DECISION = "CHANGE_DECISION";
    public static final String CHANGE_REPORT = "CHANGE_REPORT";
    public static final String REASSESSMENT = "REASSESSMENT";

    /** What the programme owes about a suspension. */
    static final Set<String> ABOUT_SUSPENSIONS = Set.of(SUSPENSION_CONFIRMATION, OBJECTION_ANSWER, SUSPENSION_REVIEW);

    private static final List<Integer> REMINDERS = List.of(90, 30, 14, 7, 1, 0);
    private static final List<Integer> SHORT_REMINDERS = List.of(7, 1, 0);
    private static final String SOURCE = "Programme policy 2026, section 16";

    private final Map<String, ObligationPolicy> byKind;

    public ObligationPolicies(List<ObligationPolicy> rows) {
        byKind = rows.stream().collect(Collectors.toUnmodifiableMap(ObligationPolicy::kind, Function.identity()));
    }

    /** The programme's defaults. */
    public static ObligationPolicies defaults() {
        return new ObligationPolicies(List.of(
                new ObligationPolicy(REVALIDATION, Owner.COMPANY, Consequence.CASE_SUSPENSION, REMINDERS, 90, SOURCE),
                new ObligationPolicy(ANNUAL_REVIEW, Owner.COMPANY, Consequence.CASE_SUSPENSION, REMINDERS, 60, SOURCE),
                new ObligationPolicy(
                        MUST_ACTION, Owner.COMPANY, Consequence.CASE_SUSPENSION_PAUSE, REMINDERS, 0, SOURCE),
                new ObligationPolicy(
                        SUSPENSION_CONFIRMATION, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, SOURCE),
                new ObligationPolicy(OBJECTION_ANSWER, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, SOURCE),
                new ObligationPolicy(SUSPENSION_REVIEW, Owner.PROGRAMME, Consequence.ALARM, REMINDERS, 0, SOURCE),
                new ObligationPolicy(CHANGE_TRIAGE, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, SOURCE),
                new ObligationPolicy(CHANGE_DECISION, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, SOURCE),
                new ObligationPolicy(CHANGE_REPORT, Owner.COMPANY, Consequence.CASE, SHORT_REMINDERS, 0, SOURCE),
                new ObligationPolicy(REASSESSMENT, Owner.COMPANY, Consequence.CASE, SHORT_REMINDERS, 0, SOURCE)));
    }

    /** All kinds that have a row. */
    public Set<String> kinds() {
        return byKind.keySet();
    }

    /** @throws IllegalArgumentException for a kind without a row */
    public ObligationPolicy of(String kind) {
        var row = byKind.get(kind);
        if (row == null) {
            throw new IllegalArgumentException("The policy has no row for obligations of the kind " + kind);
        }
        return row;
    }
}
