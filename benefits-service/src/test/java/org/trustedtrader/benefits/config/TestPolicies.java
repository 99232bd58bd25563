package org.trustedtrader.benefits.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.trustedtrader.benefits.policy.Policies;
import tools.jackson.databind.json.JsonMapper;

/** The rules that the program ships with. */
public final class TestPolicies {

    private TestPolicies() {}

    public static Policies shipped() {
        try {
            return PolicyFiles.read(JsonMapper.builder().build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
