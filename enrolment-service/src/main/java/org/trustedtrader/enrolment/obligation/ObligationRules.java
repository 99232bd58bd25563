package org.trustedtrader.enrolment.obligation;

import java.util.Set;

/** Which row of the policy counts for an obligation. */
public interface ObligationRules {

    /**
     * For an obligation that is opened now.
     *
     * @throws IllegalArgumentException for a kind without a row
     */
    ObligationPolicy of(String kind);

    /** All kinds that have a row now. */
    Set<String> kinds();

    /** For one that was opened before: the row of that day, unless the present one says that it applies to open ones too. */
    ObligationPolicy of(Obligation.Snapshot opened);
}
