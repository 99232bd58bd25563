package org.trustedtrader.border.eligibility;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;

/**
 * All facts about a trader at one time that decide what it may use, and nothing of who it is: a million traders share a few
 * thousand profiles, so that a change of policy evaluates profiles and not traders.
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
            case Restricted both ->
                both.stored().isUnderstood() && both.received().isUnderstood();
            case Gap gap -> gap.before().isUnderstood();
        };
    }

    /** All memberships that are named in it. */
    default Stream<Member> members() {
        return switch (this) {
            case Facts facts -> facts.memberships().stream();
            case Restricted both ->
                Stream.concat(both.stored().members(), both.received().members());
            case Gap gap -> Stream.concat(gap.before().members(), gap.after().members());
        };
    }

    /** The same with other subjects where there are any. */
    default Profile withSubjects(UnaryOperator<String> others) {
        return switch (this) {
            case Facts facts ->
                facts.memberships().stream().allMatch(member -> member.subject().isEmpty())
                        ? facts
                        : new Facts(
                                facts.programmes(),
                                facts.memberships().stream()
                                        .map(member -> member.withSubject(others))
                                        .toList(),
                                facts.notUnderstood());
            case Restricted both ->
                new Restricted(
                        both.stored().withSubjects(others), both.received().withSubjects(others));
            case Gap gap ->
                new Gap(gap.before().withSubjects(others), gap.after().withSubjects(others));
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

        public static Member of(String subject, MembershipFact membership) {
            return new Member(subject, membership.status(), membership.tier(), membership.lines());
        }

        private Member withSubject(UnaryOperator<String> others) {
            return subject.isEmpty() ? this : new Member(others.apply(subject), status, tier, lines);
        }
    }

    /** What is stored, without anything that what was received since does not grant as well. */
    record Restricted(Profile stored, Profile received) implements Profile {}

    /** A change between these two was never received: uncertain wherever one of them grants something. */
    record Gap(Profile before, Profile after) implements Profile {}
}
