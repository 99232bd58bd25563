package org.trustedtrader.enrolment.membership;

import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.Jurisdiction;

/** Memberships in any state, and the people around them. */
public final class Fixtures {

    static final String COMPANY = "123456782";
    static final String ID = "0a1b2c3d-0000-4000-8000-000000000001";
    static final Instant NOW = Instant.parse("2027-11-23T12:00:00Z");
    static final Instant YEARS_LATER = NOW.plus(Duration.ofDays(5 * 366L));
    static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    static final Actor OFFICER = new Actor("user:paul", Set.of("approver"), Optional.empty());
    static final Actor OTHER_OFFICER = new Actor("user:morgan", Set.of("programme-manager"), Optional.empty());
    static final Actor PROPOSER = new Actor("user:iris", Set.of("intelligence-officer"), Optional.empty());
    static final Actor ASSESSOR = new Actor("user:adam", Set.of("assessor"), Optional.empty());
    static final Actor VALIDATOR = new Actor("user:vera", Set.of("validator"), Optional.empty());
    static final Instant SUSPENDED_AT = NOW.minus(Duration.ofDays(2));
    static final Membership.Revalidation OPENED =
            new Membership.Revalidation(NOW.minus(Duration.ofDays(30)), "service:enrolment");
    static final Actor PLATFORM = Actor.service("enrolment");
    static final MembershipRules RULES = new MembershipRules(4, 3, 12, 30, 5, 30, 10, 90);
    static final Instant APPEAL_UNTIL = RULES.appealDueAt(NOW, Jurisdiction.CANADA);

    private Fixtures() {}

    static MembershipDecision decision(ReasonCode code) {
        return new MembershipDecision(code, "", "Customs Act, s. 11.1", null);
    }

    public static Membership aMembershipIn(MembershipState state) {
        return aMembership(state, state == SUSPENDED ? aSuspension() : null, null, null);
    }

    /** With the proposal of an officer who took no other part. */
    static Membership proposed(MembershipState state, MembershipProposal.Kind kind, ReasonCode reason) {
        return aMembership(
                state,
                state == SUSPENDED ? aSuspension() : null,
                new MembershipProposal(kind, PROPOSER.id(), reason, "", NOW, null),
                kind == MembershipProposal.Kind.REVALIDATION_COMPLETION ? OPENED : null);
    }

    public static Membership aMembershipInRevalidation() {
        return aMembership(ACTIVE, null, null, OPENED);
    }

    static Suspension aSuspension() {
        return Suspension.begun(
                OFFICER.id(),
                SUSPENDED_AT,
                RULES.confirmBy(SUSPENDED_AT),
                RULES.objectUntil(SUSPENDED_AT, Jurisdiction.CANADA),
                RULES.reviewOn(SUSPENDED_AT));
    }

    private static Membership aMembership(
            MembershipState state,
            @Nullable Suspension suspension,
            @Nullable MembershipProposal proposal,
            Membership.@Nullable Revalidation revalidation) {
        return Membership.restore(
                new Aggregate.Stored(ID, 3, Map.of()),
                new Membership.Snapshot(
                        COMPANY,
                        MemberLines.of(Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER)),
                        state,
                        Tier.II,
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2030, 11, 23),
                        ReasonCode.TERMS_SIGNED,
                        "Programme terms",
                        NOW.minus(Duration.ofDays(2)),
                        null,
                        revalidation,
                        suspension,
                        proposal,
                        state == CANCELLED || state == APPEAL_PENDING ? OFFICER.id() : null,
                        List.of(),
                        state == CANCELLED ? NOW.plus(Duration.ofDays(28)) : null,
                        Set.of(),
                        null));
    }

    /** What assessment and validation report: the profile was assessed again and one visit was satisfactory. */
    static MemberReports reportsOf(String assessment, String outcome) {
        return reportsOf(assessment, outcome, "LOW");
    }

    static MemberReports reportsOf(String assessment, String outcome, @Nullable String rating) {
        return new MemberReports() {
            @Override
            public void keep(String membershipId, long version, AssessmentReport report) {}

            @Override
            public void keep(String visitId, long version, VisitReport report) {}

            @Override
            public Optional<AssessmentReport> assessment(String membershipId) {
                return Optional.of(new AssessmentReport(
                        assessment, OPENED.openedAt(), Set.of(ASSESSOR.id()), List.of(), null, rating));
            }

            @Override
            public List<VisitReport> visits(String membershipId) {
                return List.of(new VisitReport(
                        ID,
                        "REVALIDATION",
                        "CLOSED",
                        outcome,
                        NOW.minusSeconds(60),
                        Set.of(VALIDATOR.id()),
                        null,
                        null,
                        null));
            }
        };
    }

    /** As storage would give it back after its change. */
    static Membership stored(Membership membership) {
        return Membership.restore(
                new Aggregate.Stored(membership.id(), membership.version(), Map.of()), membership.snapshot());
    }
}
