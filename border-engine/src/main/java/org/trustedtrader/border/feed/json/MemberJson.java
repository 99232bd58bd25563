package org.trustedtrader.border.feed.json;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipStatus;

/** One membership of a profile. */
record MemberJson(String subject, String status, @Nullable String tier, List<String> lines) {

    static MemberJson of(Profile.Member member) {
        var tier = member.tier();
        return new MemberJson(
                member.subject(),
                member.status().name(),
                tier == null ? null : tier.name(),
                member.lines().stream().sorted().toList());
    }

    Profile.Member member() {
        return new Profile.Member(subject, MembershipStatus.named(status), tier(tier), Set.copyOf(lines));
    }

    /** A tier that is not known here includes no benefit. */
    private static @Nullable Tier tier(@Nullable String name) {
        for (var tier : Tier.values()) {
            if (tier.name().equals(name)) {
                return tier;
            }
        }
        return null;
    }
}
