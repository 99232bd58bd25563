package org.trustedtrader.enrolment.membership.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.MemberLines;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipProposal;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.Suspension;
import org.trustedtrader.enrolment.membership.Tier;
import org.trustedtrader.platform.web.CsvColumns;
import org.trustedtrader.platform.web.Versioned;

/** A membership as its readers see it; times in UTC. {@code benefits} follows from the state. */
@CsvColumns(
        titles = "enrolment.column",
        value = {
            "membershipId",
            "membershipNumber",
            "company",
            "linesOfBusiness",
            "state",
            "benefits",
            "tier",
            "memberSince",
            "revalidationDueOn",
            "reasonCode",
            "effectiveAt",
            "actionPlanAgreedOn",
            "revalidationOpenedAt",
            "appealDueAt",
            "pausedByCases"
        })
record MembershipView(
        String membershipId,
        String membershipNumber,
        String company,
        String applicationId,
        String programme,
        List<LineOfBusiness> linesOfBusiness,
        List<MemberLines.AddedLine> lines,
        MembershipState state,
        boolean benefits,
        Tier tier,
        LocalDate memberSince,
        LocalDate revalidationDueOn,
        ReasonCode reasonCode,
        String legalBasis,
        Instant effectiveAt,
        @Nullable LocalDate actionPlanAgreedOn,
        @Nullable Instant revalidationOpenedAt,
        @Nullable SuspensionView suspension,
        @Nullable ProposalView proposal,
        @Nullable Instant appealDueAt,
        List<String> pausedByCases,
        long version) {

    static MembershipView of(Membership membership) {
        var s = membership.snapshot();
        return new MembershipView(
                membership.id(),
                membership.membershipNumber(),
                s.company(),
                membership.id(),
                "PIP",
                s.linesOfBusiness().stream().sorted().toList(),
                s.linesOfBusiness().stream()
                        .sorted()
                        .map(line -> new MemberLines.AddedLine(line, s.lines().since(line, s.memberSince())))
                        .toList(),
                s.state(),
                s.state().benefits(),
                s.tier(),
                s.memberSince(),
                s.revalidationDueOn(),
                s.reasonCode(),
                s.legalBasis(),
                s.effectiveAt(),
                s.actionPlanAgreedOn(),
                s.revalidation() == null ? null : s.revalidation().openedAt(),
                SuspensionView.of(s.suspension()),
                ProposalView.of(s.proposal()),
                s.appealDueAt(),
                s.pausedBy().stream().sorted().toList(),
                membership.version());
    }

    static ResponseEntity<MembershipView> answer(Membership membership) {
        return Versioned.ok(of(membership), membership.version());
    }

    /** The periods of a suspension, in UTC; {@code confirmBy} and {@code answerBy} only while they run. */
    record SuspensionView(
            Instant since,
            @Nullable Instant confirmBy,
            Instant objectUntil,
            @Nullable Instant answerBy,
            Instant reviewOn) {

        static @Nullable SuspensionView of(@Nullable Suspension s) {
            return s == null
                    ? null
                    : new SuspensionView(
                            s.at(),
                            s.awaitsConfirmation() ? s.confirmBy() : null,
                            s.objectUntil(),
                            s.awaitsAnswer() ? s.answerBy() : null,
                            s.reviewOn());
        }
    }

    record ProposalView(MembershipProposal.Kind kind, ReasonCode reasonCode, Instant at) {

        static @Nullable ProposalView of(@Nullable MembershipProposal p) {
            return p == null ? null : new ProposalView(p.kind(), p.reasonCode(), p.at());
        }
    }
}
