package org.trustedtrader.acceptance.journey;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;

/** A company of the story: who acts for it, and how far it has come. */
final class Trader {

    private final String name;
    private final String businessNumber;
    private final String line;
    private final Api owner;
    private @Nullable String application;

    /** @param name what the story calls it, such as {@code carrier} */
    Trader(String name, String businessNumber, String line, Api owner) {
        this.name = name;
        this.businessNumber = businessNumber;
        this.line = line;
        this.owner = owner;
    }

    String name() {
        return name;
    }

    String businessNumber() {
        return businessNumber;
    }

    String line() {
        return line;
    }

    Api owner() {
        return owner;
    }

    String who() {
        return owner.who();
    }

    void applied(String applicationId) {
        application = applicationId;
    }

    /** Also the id of its assessment and of its membership. */
    String application() {
        return Objects.requireNonNull(application, name + " has not applied yet");
    }

    String companyPath() {
        return "/v1/companies/" + businessNumber;
    }

    String applicationPath() {
        return "/v1/applications/" + application();
    }

    String assessmentPath() {
        return "/v1/assessments/" + application();
    }

    String membershipPath() {
        return "/v1/memberships/" + application();
    }
}
