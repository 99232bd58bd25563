package org.trustedtrader.border.trader;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;

/**
 * A membership as enrolment announced it.
 *
 * @param company     9-digit business number
 * @param number      {@code PIP-} and 8 hexadecimal digits
 * @param tier        null where the announced tier is not known here, which includes no benefit
 * @param reasonCode  why the last change was made, empty if none was given
 */
public record MembershipFact(
        String membershipId,
        String company,
        String number,
        MembershipStatus status,
        @Nullable Tier tier,
        Set<String> lines,
        @Nullable LocalDate memberSince,
        String reasonCode)
        implements Fact {

    public MembershipFact {
        Objects.requireNonNull(membershipId, "membershipId is missing");
        Objects.requireNonNull(company, "company is missing");
        Objects.requireNonNull(number, "number is missing");
        Objects.requireNonNull(status, "status is missing");
        lines = Set.copyOf(lines);
    }

    /** The number as an identifier, if it is well-formed. */
    public Optional<Identifier> identifier() {
        return Identifier.parse(Scheme.MEMBERSHIP, number);
    }
}
