package org.trustedtrader.enrolment.obligation;

/** Which row of the policy counts for an obligation. */
public interface ObligationRules {

    /**
     * For an obligation that is opened now.
     *
     * @throws IllegalArgumentException for a kind without a row
     */
    ObligationPolicy of(String kind);

    /** For one that was opened before: the row of that day, unless the present one says that it applies to open ones too. */
    ObligationPolicy of(Obligation.Snapshot opened);
}
