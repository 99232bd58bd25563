package org.trustedtrader.border.eligibility;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipStatus;

/**
 * All facts about a trader at one time that decide what it may use, and nothing of who it is: a million traders share a few
 * thousand profiles, so that a change of policy judges profiles and not traders.
 */
public sealed interface Profile {

    /** Whether all that it follows from was understood, is stored and has no gap. */
    default boolean isSettled() {
        return this instanceof Facts facts && !facts.notUnderstood();
    }

    /** Whether everything that counts was understood. */
    default boolean isUnderstood() {
        return switch (this) {
            case Facts facts -> !facts.notUnderstood();
            case NotBeyond both -> both.stored().isUnderstood() && both.heard().isUnderstood();
            case AcrossGap gap -> gap.before().isUnderstood();
        };
    }

    /**
     * What was announced.
     *
     * @param programmes    other programmes that the company is in, such as {@code CSA}
     * @param memberships   in the order of the time from which each counts; the last one's refusal is the one that is shown
     * @param notUnderstood whether a status counts that could not be understood
     */
    record Facts(Set<String> programmes, List<Member> memberships, boolean notUnderstood) implements Profile {

        public Facts {
            programmes = Set.copyOf(programmes);
            memberships = List.copyOf(memberships);
        }
    }

    /**
     * One membership.
     *
     * @param subject which one, of a trader that has several; empty of an only one, so that traders share profiles
     * @param tier    null where the announced tier is not known here, which includes no benefit
     */
    record Member(
            String subject,
            MembershipStatus status,
            @Nullable Tier tier,
            Set<String> lines) {

        public Member {
            lines = Set.copyOf(lines);
        }
    }

    /** What is stored, without anything that what was heard since does not grant as well. */
    record NotBeyond(Profile stored, Profile heard) implements Profile {}

    /** A change between these two was never heard: uncertain wherever one of them grants something. */
    record AcrossGap(Profile before, Profile after) implements Profile {}
}
