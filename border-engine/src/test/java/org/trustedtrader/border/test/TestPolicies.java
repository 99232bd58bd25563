package org.trustedtrader.border.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.json.PolicyFiles;

/** The rules that the program ships with. */
public final class TestPolicies {

    private TestPolicies() {}

    public static Policies shipped() {
        try {
            return PolicyFiles.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
