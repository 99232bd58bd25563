package org.trustedtrader.bench.crowd;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Scheme;

/** A plain mix: mostly importers and highway carriers in good standing, each with a business number and two identifiers more. */
public final class SeededCrowd implements Crowd {

    private static final Instant JOINED = Instant.parse("2026-11-02T00:00:00Z");
    private static final LocalDate SINCE = LocalDate.parse("2026-11-02");
    private static final String CODE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int CODES = 36 * 36 * 36 * 36;

    private final long seed;
    private final int size;

    public SeededCrowd(long seed, int size) {
        if (size < 1 || size > CODES) {
            throw new IllegalArgumentException("A crowd has 1 to " + CODES + " traders, not " + size + ".");
        }
        this.seed = seed;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Known> states(int trader) {
        var company = new CompanyFact(bn9(trader), lines(trader), accounts(trader), programmes(trader));
        var status = below(trader, 1, 900)
                ? MembershipStatus.ACTIVE
                : MembershipStatus.values()[(int) (random(trader, 2) % (MembershipStatus.values().length - 1))];
        return List.of(
                known(Known.COMPANY + bn9(trader), 1, JOINED, company),
                known(Known.MEMBERSHIP + membershipId(trader), 1, JOINED, membership(trader, status)));
    }

    @Override
    public Known change(int trader, int nth, Instant at) {
        var status = nth % 2 == 1 ? MembershipStatus.SUSPENDED : MembershipStatus.ACTIVE;
        return known(Known.MEMBERSHIP + membershipId(trader), 1 + nth, at, membership(trader, status));
    }

    @Override
    public Question.Item item(int trader, int choice) {
        List<Identifier> ids = new ArrayList<>(accounts(trader));
        if (choice % 5 == 0) {
            ids.add(new Identifier(Scheme.MEMBERSHIP, number(trader)));
        }
        var id = ids.get(Math.floorMod(choice, ids.size()));
        return new Question.Item(id.scheme().name(), id.value());
    }

    private MembershipFact membership(int trader, MembershipStatus status) {
        var tier = below(trader, 3, 200) ? Tier.I : below(trader, 4, 800) ? Tier.II : Tier.III;
        return new MembershipFact(
                membershipId(trader).toString(), bn9(trader), number(trader), status, tier, lines(trader), SINCE, "");
    }

    private Set<String> lines(int trader) {
        var lines = new HashSet<>(Set.of(below(trader, 5, 700) ? "IMPORTER" : "HIGHWAY_CARRIER"));
        if (below(trader, 6, 100)) {
            lines.add("CUSTOMS_BROKER");
        }
        return lines;
    }

    private Set<String> programmes(int trader) {
        return below(trader, 7, 80) ? Set.of("CSA") : Set.of();
    }

    private Set<Identifier> accounts(int trader) {
        return Set.of(
                lines(trader).contains("IMPORTER")
                        ? new Identifier(Scheme.BN15, bn9(trader) + "RM0001")
                        : new Identifier(Scheme.CARRIER_CODE, carrierCode(trader)));
    }

    private String bn9(int trader) {
        return Integer.toString(100_000_000 + (int) (trader * 7_919L % 900_000_000));
    }

    private String carrierCode(int trader) {
        var number = trader * 1_038_059L % CODES;
        var code = new char[4];
        for (int at = 3; at >= 0; at--) {
            code[at] = CODE.charAt((int) (number % 36));
            number /= 36;
        }
        return new String(code);
    }

    /** The first 8 digits are the membership's number; an odd factor gives each trader its own. */
    private UUID membershipId(int trader) {
        var number = trader * 0x9E3779B1L + seed & 0xFFFF_FFFFL;
        return new UUID(number << 32 | 0x4000L, 0x8000_0000_0000_0000L | trader);
    }

    private String number(int trader) {
        return "PIP-%08X".formatted(membershipId(trader).getMostSignificantBits() >>> 32);
    }

    private boolean below(int trader, int purpose, int thousandths) {
        return random(trader, purpose) % 1_000 < thousandths;
    }

    private long random(int trader, int purpose) {
        return Mixing.of(seed + trader * 31L + purpose * 0x632B_E59B_D9B4_E019L);
    }

    private static Known known(String subject, long version, Instant at, Fact fact) {
        return new Known(subject, version, at, at, fact);
    }
}
