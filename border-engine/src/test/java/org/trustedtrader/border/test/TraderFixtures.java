package org.trustedtrader.border.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.UnreadableFact;

/** A carrier and an importer as tests speak of them. */
public final class TraderFixtures {

    public static final Instant MONDAY = Instant.parse("2026-12-07T12:00:00Z");
    public static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    public static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    /** Programme time that stands still on Tuesday. */
    public static final Clock CLOCK = Clock.fixed(TUESDAY, ZoneOffset.UTC);

    public static final String CARRIER = "123456782";
    public static final String CARRIER_CODE = "77YY";
    public static final String IMPORTER = "987654324";
    public static final String IMPORTER_BN15 = "987654324RM0001";
    public static final String CARD = "FAST00012345";

    private TraderFixtures() {}

    public static Revision carrier(long version, Instant from) {
        return company(CARRIER, version, from, Set.of("HIGHWAY_CARRIER"), Set.of(), code(CARRIER_CODE));
    }

    public static Revision importer(long version, Instant from) {
        return company(IMPORTER, version, from, Set.of("IMPORTER"), Set.of(), bn15(IMPORTER_BN15));
    }

    public static Revision company(
            String bn9, long version, Instant from, Set<String> lines, Set<String> programmes, Identifier... ids) {
        return revision(Revision.COMPANY + bn9, version, from, new CompanyFact(bn9, lines, Set.of(ids), programmes));
    }

    public static Revision carrierIs(MembershipStatus status, long version, Instant from) {
        return membership("m-carrier", CARRIER, version, from, status, Tier.II, "HIGHWAY_CARRIER");
    }

    public static Revision importerIs(MembershipStatus status, long version, Instant from) {
        return membership("m-importer", IMPORTER, version, from, status, Tier.II, "IMPORTER");
    }

    public static Revision membership(
            String id, String bn9, long version, Instant from, MembershipStatus status, Tier tier, String... lines) {
        var fact =
                new MembershipFact(id, bn9, number(id), status, tier, Set.of(lines), LocalDate.parse("2026-12-01"), "");
        return revision(Revision.MEMBERSHIP + id, version, from, fact);
    }

    public static Revision card(long version, Instant from, boolean revoked) {
        var fact = new CardFact(CARD, LocalDate.parse("2026-12-07"), LocalDate.parse("2026-12-31"), revoked);
        return revision(Revision.DRIVER_CARD + CARD, version, from, fact);
    }

    public static Revision unreadable(String subject, long version, Instant from) {
        return revision(subject, version, from, new UnreadableFact("test"));
    }

    public static Revision revision(String subject, long version, Instant from, Fact fact) {
        return new Revision(subject, version, from, from, fact);
    }

    public static Identifier code(String code) {
        return new Identifier(Scheme.CARRIER_CODE, code);
    }

    public static Identifier bn15(String number) {
        return new Identifier(Scheme.BN15, number);
    }

    /** A membership number that belongs to that membership. */
    public static String number(String membershipId) {
        return "PIP-%08X".formatted(membershipId.hashCode());
    }
}
