package org.trustedtrader.border.test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/**
 * A large world for benchmarks, the same for the same seed: companies, their memberships and drivers' cards in a realistic
 * mix. Nothing is kept: trader number {@code i} is worked out whenever it is asked for, from any thread.
 */
public final class World {

    /** When everything that the world begins with counts; questions are about this time or later. */
    public static final Instant NOW = Instant.parse("2026-12-07T12:00:00Z");

    /** As many drivers as hold cards. */
    public static final int CARDS = 61_000;

    private final long seed;
    private final int traders;
    private final int cards;
    private final WorldNames names;

    public World(long seed, int traders, int cards) {
        this.seed = seed;
        this.traders = traders;
        this.cards = cards;
        this.names = new WorldNames(seed);
    }

    public static World of(long seed, int traders) {
        return new World(seed, traders, CARDS);
    }

    public int traders() {
        return traders;
    }

    public int cards() {
        return cards;
    }

    /** Hands out every state, trader by trader and version by version, then the cards. */
    public void forEach(Consumer<Revision> consumer) {
        for (int i = 0; i < traders; i++) {
            trader(i).forEach(consumer);
        }
        for (int i = 0; i < cards; i++) {
            card(i).forEach(consumer);
        }
    }

    /** All states of trader number {@code i}: of the company, then of its memberships. */
    public List<Revision> trader(int i) {
        List<Revision> states = new ArrayList<>(6);
        var joined = NOW.minus(Duration.ofDays(30 + random(1_800, i, 10)));
        states.add(revision(Revision.COMPANY + bn9(i), 1, joined, company(i)));
        if (below(20, i, 11)) {
            var changed = joined.plus(Duration.ofDays(random(29, i, 12)));
            states.add(revision(Revision.COMPANY + bn9(i), 2, changed, company(i)));
        }
        for (int nth = 0; nth < memberships(i); nth++) {
            addMembership(states, i, nth, joined.plus(Duration.ofHours(1)));
        }
        return states;
    }

    /** All states of driver's card number {@code i}. */
    public List<Revision> card(int i) {
        var subject = Revision.DRIVER_CARD + cardNumber(i);
        var start = NOW.minus(Duration.ofDays(random(2_000, i, 30)));
        var day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        var until = day.plusYears(5);
        var first = revision(subject, 1, start, new CardFact(cardNumber(i), day, until, false));
        if (!below(15, i, 31)) {
            return List.of(first);
        }
        return List.of(first, revision(subject, 2, NOW, new CardFact(cardNumber(i), day, until, true)));
    }

    /**
     * The {@code nth} change, from 1, of trader number {@code i} after the world began: its first membership is suspended by
     * odd ones and reinstated by even ones. Without a membership, its first one begins.
     */
    public Revision change(int i, int nth, Instant at) {
        var status = nth % 2 == 1 ? MembershipStatus.SUSPENDED : MembershipStatus.ACTIVE;
        var before = memberships(i) == 0
                ? 0
                : WorldDistribution.history(random(1_000, i, 20)).size();
        return revision(Revision.MEMBERSHIP + names.membership(i, 0), before + nth, at, membership(i, 0, status));
    }

    public String bn9(int i) {
        return names.bn9(i);
    }

    public String cardNumber(int i) {
        return names.card(i);
    }

    /** Every identifier of trader number {@code i}; the carrier code first if it has one, then the BN15. */
    public List<Identifier> identifiers(int i) {
        List<Identifier> all = new ArrayList<>(accounts(i));
        all.add(new Identifier(Scheme.BN9, bn9(i)));
        for (int nth = 0; nth < memberships(i); nth++) {
            all.add(new Identifier(Scheme.MEMBERSHIP, WorldNames.number(names.membership(i, nth))));
        }
        return all;
    }

    /** A well-formed identifier that no trader of this world holds. @param n from 0 */
    public Identifier unknown(Scheme scheme, int n) {
        var i = traders + n;
        return switch (scheme) {
            case BN9 -> new Identifier(scheme, names.bn9(i));
            case BN15 -> new Identifier(scheme, names.bn15(i, 1));
            case CARRIER_CODE -> new Identifier(scheme, unknownCode(n));
            case TIN -> new Identifier(scheme, names.tin(i));
            case MEMBERSHIP -> new Identifier(scheme, WorldNames.number(names.membership(i, 0)));
            case DRIVER_CARD -> new Identifier(scheme, names.card(cards + n));
        };
    }

    private String unknownCode(int n) {
        if (traders < WorldNames.CARRIER_CODES) {
            return names.carrierCode(traders + n % (WorldNames.CARRIER_CODES - traders));
        }
        for (int i = n % WorldNames.CARRIER_CODES; ; i++) {
            if (!hasCode(i)) {
                return names.carrierCode(i);
            }
        }
    }

    private CompanyFact company(int i) {
        Set<String> programmes = below(80, i, 13) ? Set.of("CSA") : Set.of();
        return new CompanyFact(bn9(i), lines(i), Set.copyOf(accounts(i)), programmes);
    }

    private List<Identifier> accounts(int i) {
        List<Identifier> accounts = new ArrayList<>(6);
        if (hasCode(i)) {
            accounts.add(new Identifier(Scheme.CARRIER_CODE, names.carrierCode(i)));
        }
        accounts.add(new Identifier(Scheme.BN15, names.bn15(i, 1)));
        if (below(60, i, 14)) {
            accounts.add(new Identifier(Scheme.BN15, names.bn15(i, 2)));
        }
        if (below(300, i, 15)) {
            accounts.add(new Identifier(Scheme.TIN, names.tin(i)));
        }
        return accounts;
    }

    /** Carriers and couriers, as long as there are codes. */
    private boolean hasCode(int i) {
        return i < WorldNames.CARRIER_CODES
                && lines(i).stream().anyMatch(line -> line.endsWith("CARRIER") || line.equals("COURIER"));
    }

    private Set<String> lines(int i) {
        var lines = new HashSet<String>();
        lines.add(WorldDistribution.LINES.pick(random(1_000, i, 16)));
        if (below(300, i, 17)) {
            lines.add(WorldDistribution.LINES.pick(random(1_000, i, 18)));
        }
        return lines;
    }

    private int memberships(int i) {
        return WorldDistribution.MEMBERSHIPS.pick(random(1_000, i, 19));
    }

    private void addMembership(List<Revision> states, int i, int nth, Instant start) {
        var subject = Revision.MEMBERSHIP + names.membership(i, nth);
        var version = 0;
        for (var status : WorldDistribution.history(random(1_000, i, 20 + nth))) {
            var from = start.plus(Duration.ofDays(7L * version));
            states.add(revision(subject, ++version, from, membership(i, nth, status)));
        }
    }

    private MembershipFact membership(int i, int nth, MembershipStatus status) {
        var id = names.membership(i, nth);
        return new MembershipFact(
                id.toString(),
                bn9(i),
                WorldNames.number(id),
                status,
                tier(i, nth),
                lines(i),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(random(1_500, i, 22)),
                "");
    }

    private Tier tier(int i, int nth) {
        return WorldDistribution.TIERS.pick(random(1_000, i, 23 + nth));
    }

    private static Revision revision(
            String subject, long version, Instant from, org.trustedtrader.border.trader.Fact fact) {
        return new Revision(subject, version, from, from, fact);
    }

    private int random(int bound, int i, int purpose) {
        return HashedNumbers.below(bound, seed, i, purpose);
    }

    private boolean below(int thousandths, int i, int purpose) {
        return random(1_000, i, purpose) < thousandths;
    }
}
