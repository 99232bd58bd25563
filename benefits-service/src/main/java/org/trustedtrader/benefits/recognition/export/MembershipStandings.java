package org.trustedtrader.benefits.recognition.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/** What the border knows of our own members. */
public final class MembershipStandings {

    private final BorderStatus status;

    public MembershipStandings(BorderStatus status) {
        this.status = status;
    }

    /** @param state ACTIVE only for who holds the benefit of recognition now */
    record OurStanding(MemberState state, Set<String> lines, LocalDate since, LocalDate memberSince) {}

    Optional<OurStanding> of(String bn9, long millis) {
        return status.snapshot(bn9, millis).map(snapshot -> {
            var memberships = snapshot.counting().stream()
                    .filter(known -> known.fact() instanceof MembershipFact)
                    .toList();
            return standing(memberships, snapshot.party().reasons(Benefit.MRA_RECOGNITION, Role.HOLDER));
        });
    }

    private static OurStanding standing(List<Revision> memberships, long reasons) {
        var suspended = (reasons & Reason.MEMBERSHIP_SUSPENDED.bit()) != 0;
        var state = reasons == 0 ? MemberState.ACTIVE : suspended ? MemberState.SUSPENDED : MemberState.REVOKED;
        var since = memberships.stream()
                .map(known -> known.effectiveAt().atZone(ZoneOffset.UTC).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        var memberSince = memberships.stream()
                .map(known -> ((MembershipFact) known.fact()).memberSince())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(since);
        var lines = memberships.stream()
                .flatMap(known -> ((MembershipFact) known.fact()).lines().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new OurStanding(state, lines, since.isBefore(memberSince) ? memberSince : since, memberSince);
    }
}
