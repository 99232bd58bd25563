package org.trustedtrader.enrolment.membership.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.Membership;

/**
 * A membership as other services may know it.
 *
 * @param lines                the lines of business, each with its first day
 * @param revalidationOpenedAt while a revalidation is open: the profile is to be refreshed and the sites are to be visited
 * @param benefitsPaused while a compliance case about security is left undecided: the FAST lane and reduced examination are off
 */
record MembershipAnnouncement(
        String membershipId,
        String membershipNumber,
        String company,
        String applicationId,
        String programme,
        List<String> linesOfBusiness,
        List<AnnouncedLine> lines,
        String state,
        String tier,
        LocalDate memberSince,
        LocalDate revalidationDueOn,
        String reasonCode,
        Instant effectiveAt,
        @Nullable LocalDate actionPlanAgreedOn,
        @Nullable Instant revalidationOpenedAt,
        boolean benefitsPaused) {

    record AnnouncedLine(String line, LocalDate since) {}

    static MembershipAnnouncement of(Membership membership) {
        var s = membership.snapshot();
        return new MembershipAnnouncement(
                membership.id(),
                membership.membershipNumber(),
                s.company(),
                membership.id(),
                "PIP",
                s.linesOfBusiness().stream().sorted().map(Enum::name).toList(),
                s.linesOfBusiness().stream()
                        .sorted()
                        .map(line -> new AnnouncedLine(line.name(), s.lines().since(line, s.memberSince())))
                        .toList(),
                s.state().name(),
                s.tier().name(),
                s.memberSince(),
                s.revalidationDueOn(),
                s.reasonCode().name(),
                s.effectiveAt(),
                s.actionPlanAgreedOn(),
                s.revalidation() == null ? null : s.revalidation().openedAt(),
                !s.pausedBy().isEmpty());
    }
}
