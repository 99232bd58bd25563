package org.trustedtrader.border.test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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

/** Companies, memberships and cards of a {@link RandomWorld}, whose identifiers come out of one small pool. */
final class RandomStates {

    private static final List<String> LINES = List.of(
            "IMPORTER", "EXPORTER", "HIGHWAY_CARRIER", "RAIL_CARRIER", "COURIER", "CUSTOMS_BROKER", "SPACE_CARRIER");

    private final Random random;
    private final RandomTimes times;
    private final WorldNames names;
    private final List<Revision> all = new ArrayList<>();
    private final Set<Identifier> identifiers = new HashSet<>();
    private final List<Identifier> pool = new ArrayList<>();

    RandomStates(Random random, RandomTimes times) {
        this.random = random;
        this.times = times;
        this.names = new WorldNames(random.nextLong());
        var companies = random.nextInt(12) == 0 ? 30 : 1 + random.nextInt(6);
        for (int i = 0; i < companies; i++) {
            pool.add(new Identifier(Scheme.CARRIER_CODE, names.carrierCode(i)));
            pool.add(new Identifier(Scheme.BN15, names.bn15(i, 1)));
            pool.add(new Identifier(Scheme.TIN, names.tin(i)));
        }
        for (int i = 0; i < companies; i++) {
            addCompany(i);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            addCard(i);
        }
    }

    List<Revision> all() {
        return all;
    }

    /** All that anybody held, and some that nobody did. */
    List<Identifier> identifiers() {
        identifiers.addAll(pool);
        identifiers.add(new Identifier(Scheme.BN9, names.bn9(100)));
        identifiers.add(new Identifier(Scheme.BN15, names.bn15(100, 1)));
        identifiers.add(new Identifier(Scheme.CARRIER_CODE, names.carrierCode(100)));
        identifiers.add(new Identifier(Scheme.DRIVER_CARD, names.card(100)));
        return identifiers.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private void addCompany(int i) {
        var bn9 = names.bn9(i);
        identifiers.add(new Identifier(Scheme.BN9, bn9));
        var own = List.of(pool.get(i * 3), pool.get(i * 3 + 1), pool.get(i * 3 + 2));
        addVersions(Revision.COMPANY + bn9, random.nextInt(4), () -> company(bn9, own));
        for (int nth = weighted(0, 1, 1, 1, 2, 3); nth > 0; nth--) {
            var id = new UUID(random.nextLong(), random.nextLong());
            addVersions(Revision.MEMBERSHIP + id, 1 + random.nextInt(4), () -> membership(bn9, id));
        }
    }

    private void addCard(int i) {
        var number = names.card(i);
        identifiers.add(new Identifier(Scheme.DRIVER_CARD, number));
        addVersions(Revision.DRIVER_CARD + number, 1 + random.nextInt(3), () -> card(number));
    }

    /** Decided one after the other; most count from when they were decided, some from before or later. */
    private void addVersions(String subject, int count, Supplier<Fact> fact) {
        var decided = times.hour();
        for (int version = 1; version <= count; version++) {
            decided = decided.plus(Duration.ofHours(random.nextInt(20)));
            var effective = times.boundary(random.nextInt(4) == 0 ? times.hour() : decided);
            if (random.nextInt(12) == 0) {
                add(subject, version, effective, decided, new UnreadableFact("random"));
            }
            if (random.nextInt(12) > 0) {
                add(subject, version, effective, decided, fact.get());
            }
        }
    }

    private void add(String subject, long version, Instant effective, Instant recorded, Fact fact) {
        all.add(new Revision(subject, version, effective, recorded, fact));
    }

    private CompanyFact company(String bn9, List<Identifier> own) {
        var held = new HashSet<Identifier>();
        for (var identifier : own) {
            if (random.nextInt(4) > 0) {
                held.add(identifier);
            }
        }
        if (random.nextInt(4) == 0) {
            held.add(pool.get(random.nextInt(pool.size())));
        }
        var programmes = List.of(Set.<String>of(), Set.of("CSA"), Set.of("CSA", "CTPAT"), Set.of("CTPAT"));
        return new CompanyFact(bn9, lines(), held, programmes.get(random.nextInt(programmes.size())));
    }

    private MembershipFact membership(String bn9, UUID id) {
        var status = random.nextInt(2) == 0
                ? MembershipStatus.ACTIVE
                : MembershipStatus.values()[random.nextInt(MembershipStatus.values().length)];
        var number = random.nextInt(10) == 0 ? "PIP-x" : WorldNames.number(id);
        var tier = random.nextInt(12) == 0 ? null : Tier.values()[weighted(0, 1, 1, 2)];
        var fact = new MembershipFact(id.toString(), bn9, number, status, tier, lines(), null, "");
        fact.identifier().ifPresent(identifiers::add);
        return fact;
    }

    private CardFact card(String number) {
        var from = LocalDate.ofInstant(times.hour(), ZoneOffset.UTC);
        var until = from.plusDays(random.nextInt(3));
        times.boundary(from.atStartOfDay(ZoneOffset.UTC).toInstant());
        times.boundary(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new CardFact(number, from, until, random.nextInt(4) == 0);
    }

    private Set<String> lines() {
        var lines = new HashSet<String>();
        for (int i = weighted(1, 1, 2, 3); i > 0; i--) {
            lines.add(LINES.get(random.nextInt(LINES.size())));
        }
        return lines;
    }

    private int weighted(int... values) {
        return values[random.nextInt(values.length)];
    }
}
