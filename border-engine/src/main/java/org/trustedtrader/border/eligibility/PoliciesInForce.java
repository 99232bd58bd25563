package org.trustedtrader.border.eligibility;

import java.util.function.Function;
import org.trustedtrader.border.policy.Policies;

/** The rules by which questions are answered now. Others may take over at any time. */
@FunctionalInterface
public interface PoliciesInForce {

    Policies policies();

    /**
     * An answer that follows wholly from one set of rules: if others take over while it is worked out, it is worked out again.
     *
     * @param answer asks the status that these rules belong to, and changes nothing
     */
    default <A> A consistently(Function<Policies, A> answer) {
        while (true) {
            var before = policies();
            var given = answer.apply(before);
            if (policies() == before) {
                return given;
            }
        }
    }
}
