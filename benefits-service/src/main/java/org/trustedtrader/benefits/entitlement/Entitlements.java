package org.trustedtrader.benefits.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;

/** What a company is entitled to at one time, and from which memberships that follows. */
public record Entitlements(
        String company,
        Instant asOf,
        String policyVersion,
        List<Membership> memberships,
        List<Entitlement> entitlements,
        Map<String, Long> versions) {

    /** @param tier null if it is not known here */
    public record Membership(
            String number,
            String status,
            @Nullable Tier tier,
            List<String> linesOfBusiness,
            @Nullable LocalDate memberSince) {}

    /**
     * @param minimumTier from which tier on a member has the benefit
     * @param modes       by which the company has it as carrier or importer of a crossing, since a line of business fits
     */
    public record Entitlement(
            Benefit benefit,
            LocalizedText name,
            Tier minimumTier,
            Outcome outcome,
            List<Reason> reasons,
            List<Mode> modes) {}
}
