package org.trustedtrader.enrolment.changereport;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.FieldChange;

/**
 * Which changes of a member's record are routine and which are significant. A routine change takes effect and needs nobody; a
 * significant one takes effect as a fact, and an officer decides what follows. A field without a row is significant.
 */
public final class ChangePolicies {

    /** How much a change matters. */
    public enum Weight {
        ROUTINE,
        SIGNIFICANT
    }

    /**
     * One row of the policy.
     *
     * @param field  as in the history, without the id of a site: {@code sites.hours}; {@code sites} for one added or closed
     * @param source where the row comes from
     */
    public record ChangePolicy(String field, Weight weight, String source) {}

    private static final String SOURCE = "Programme policy 2026, section 16";

    private final Map<String, ChangePolicy> byField;

    public ChangePolicies(List<ChangePolicy> rows) {
        byField = rows.stream().collect(Collectors.toUnmodifiableMap(ChangePolicy::field, Function.identity()));
    }

    /** The programme's defaults. */
    public static ChangePolicies defaults() {
        return new ChangePolicies(List.of(
                row("legalName", Weight.SIGNIFICANT),
                row("linesOfBusiness", Weight.SIGNIFICANT),
                row("carrierCode", Weight.SIGNIFICANT),
                row("programmeAccounts", Weight.SIGNIFICANT),
                row("officialLanguage", Weight.ROUTINE),
                row("sites", Weight.SIGNIFICANT),
                row("sites.place", Weight.SIGNIFICANT),
                row("sites.functions", Weight.SIGNIFICANT),
                row("sites.name", Weight.ROUTINE),
                row("sites.address", Weight.ROUTINE),
                row("sites.coordinates", Weight.ROUTINE),
                row("sites.hours", Weight.ROUTINE),
                row("sites.headcount", Weight.ROUTINE),
                row("contacts", Weight.ROUTINE)));
    }

    /** Those that an officer has to look at; empty if all are routine. */
    public List<FieldChange> significant(List<FieldChange> changes) {
        return changes.stream()
                .filter(change -> weight(change.field()) == Weight.SIGNIFICANT)
                .toList();
    }

    private Weight weight(String field) {
        var row = byField.get(field.replaceAll("\\[.*]", ""));
        return row == null ? Weight.SIGNIFICANT : row.weight();
    }

    private static ChangePolicy row(String field, Weight weight) {
        return new ChangePolicy(field, weight, SOURCE);
    }
}
