package org.trustedtrader.enrolment.obligation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Consequence;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;

/** The rows of one version of the policy. A kind without a row cannot be opened. */
public final class ObligationPolicies implements ObligationRules {

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

    /** What ships as {@code policy/programme-2026-11-01.json}, for programs that read no JSON. */
    public static ObligationPolicies defaults() {
        return new ObligationPolicies(List.of(
                new ObligationPolicy(
                        REVALIDATION, Owner.COMPANY, Consequence.CASE_SUSPENSION, REMINDERS, 90, false, SOURCE),
                new ObligationPolicy(
                        ANNUAL_REVIEW, Owner.COMPANY, Consequence.CASE_SUSPENSION, REMINDERS, 60, false, SOURCE),
                new ObligationPolicy(
                        MUST_ACTION, Owner.COMPANY, Consequence.CASE_SUSPENSION_PAUSE, REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        SUSPENSION_CONFIRMATION, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        OBJECTION_ANSWER, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        SUSPENSION_REVIEW, Owner.PROGRAMME, Consequence.ALARM, REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        CHANGE_TRIAGE, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        CHANGE_DECISION, Owner.PROGRAMME, Consequence.ALARM, SHORT_REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(CHANGE_REPORT, Owner.COMPANY, Consequence.CASE, SHORT_REMINDERS, 0, false, SOURCE),
                new ObligationPolicy(
                        REASSESSMENT, Owner.COMPANY, Consequence.CASE, SHORT_REMINDERS, 0, false, SOURCE)));
    }

    @Override
    public Set<String> kinds() {
        return byKind.keySet();
    }

    /** The row of a kind, if there is one. */
    public Optional<ObligationPolicy> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** In order of their kinds. */
    public List<ObligationPolicy> rows() {
        return byKind.values().stream()
                .sorted(Comparator.comparing(ObligationPolicy::kind))
                .toList();
    }

    @Override
    public ObligationPolicy of(Obligation.Snapshot opened) {
        return of(opened.subject().kind());
    }

    @Override
    public ObligationPolicy of(String kind) {
        var row = byKind.get(kind);
        if (row == null) {
            throw new IllegalArgumentException("The policy has no row for obligations of the kind " + kind);
        }
        return row;
    }
}
