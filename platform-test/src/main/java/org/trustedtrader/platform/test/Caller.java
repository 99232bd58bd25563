package org.trustedtrader.platform.test;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;

/** Everybody who may knock at an endpoint, from nobody to the platform's own services. */
public enum Caller {
    ANONYMOUS(null),
    EXPIRED(() -> owner(Caller.OWN_COMPANY).expired()),
    WRONG_AUDIENCE(() -> owner(Caller.OWN_COMPANY).wrongAudience()),
    OWN_OWNER(() -> owner(Caller.OWN_COMPANY)),
    OWN_FULL_USER(() -> TestTokens.user("own-full").roles("full-user").company(Caller.OWN_COMPANY)),
    OWN_LIMITED_USER(() -> TestTokens.user("own-limited").roles("limited-user").company(Caller.OWN_COMPANY)),
    OTHER_OWNER(() -> owner(Caller.OTHER_COMPANY)),
    INTAKE_OFFICER(() -> officer("intake-officer")),
    ASSESSOR(() -> officer("assessor")),
    VALIDATOR(() -> officer("validator")),
    APPROVER(() -> officer("approver")),
    INTELLIGENCE_OFFICER(() -> officer("intelligence-officer")),
    AUDITOR(() -> officer("auditor")),
    PROGRAMME_MANAGER(() -> officer("programme-manager")),
    OPERATOR(() -> officer("operator")),
    BORDER_SYSTEM(() -> TestTokens.client("border-windsor").roles("border-system")),
    SERVICE(() -> TestTokens.service("sample"));

    /** The company whose records the tests make. */
    public static final String OWN_COMPANY = "123456782";

    /** The region of that company, for which the officers work who need one. */
    public static final String OWN_REGION = "CA-ON";

    /** A company that has no part in those records. */
    public static final String OTHER_COMPANY = "111222337";

    private final @Nullable Supplier<TestTokens> token;

    Caller(@Nullable Supplier<TestTokens> token) {
        this.token = token;
    }

    /** A fresh token, empty for who has none. The subject is {@code <role>}, {@code own-…} or {@code owner-<company>}. */
    public Optional<String> token() {
        return token == null ? Optional.empty() : Optional.of(token.get().token());
    }

    boolean isTurnedAway() {
        return this == ANONYMOUS || this == EXPIRED || this == WRONG_AUDIENCE;
    }

    /** An officer of this role with another name and other regions, none for a token without the claim. */
    TestTokens named(String suffix, String... regions) {
        return TestTokens.user(name() + suffix)
                .roles(name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .regions(regions);
    }

    private static TestTokens owner(String company) {
        return TestTokens.user("owner-" + company).roles("account-owner").company(company);
    }

    private static TestTokens officer(String role) {
        var token = TestTokens.user(role).roles(role);
        return Roles.REGIONAL.contains(role) ? token.regions(OWN_REGION) : token;
    }
}
