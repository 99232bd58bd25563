package org.trustedtrader.benefits.policy.web;

import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;

/** The rules by which questions are answered, seen at one time. */
record PoliciesAt(Policies policies, long millis) {

    boolean isInForce(String version) {
        return policies.at(millis).version().equals(version);
    }

    /** Of a version that does not count (yet) nothing to the contrary is known. */
    boolean understands(String version) {
        return policies.version(version).map(Policy::isUnderstood).orElse(true);
    }
}
