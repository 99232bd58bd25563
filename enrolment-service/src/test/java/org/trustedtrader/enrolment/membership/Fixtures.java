package org.trustedtrader.enrolment.membership;

import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    static final Actor PLATFORM = Actor.service("enrolment");
    static final MembershipRules RULES = new MembershipRules(4, 30);
    static final Instant APPEAL_UNTIL = RULES.appealDueAt(NOW, Jurisdiction.CANADA);

    private Fixtures() {}

    static MembershipDecision decision(ReasonCode code) {
        return new MembershipDecision(code, "", "Customs Act, s. 11.1", null);
    }

    public static Membership aMembershipIn(MembershipState state) {
        return Membership.restore(
                new Aggregate.Stored(ID, 3, Map.of()),
                new Membership.Snapshot(
                        COMPANY,
                        Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER),
                        state,
                        Tier.II,
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2030, 11, 23),
                        ReasonCode.TERMS_SIGNED,
                        "Programme terms",
                        NOW.minus(Duration.ofDays(2)),
                        state == SUSPENDED ? ACTIVE : null,
                        state == CANCELLED || state == APPEAL_PENDING ? OFFICER.id() : null,
                        state == CANCELLED ? NOW.plus(Duration.ofDays(28)) : null));
    }

    /** As storage would give it back after its change. */
    static Membership stored(Membership membership) {
        return Membership.restore(
                new Aggregate.Stored(membership.id(), membership.version(), Map.of()), membership.snapshot());
    }
}
