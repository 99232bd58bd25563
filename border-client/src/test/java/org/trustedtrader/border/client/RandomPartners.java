package org.trustedtrader.border.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.test.TraderFixtures;

/** What may happen to partners' members: received, stored, doubted, in any order; lists drawn, or none for long. */
final class RandomPartners {

    /** The last one is of a partner that there is no arrangement with. */
    static final List<String> TINS = List.of(Partner.TIN, "US2", "XX1");

    private RandomPartners() {}

    static Consumer<RecognisedMembers> news(Random random) {
        var tin = TINS.get(random.nextInt(TINS.size()));
        var version = 1 + random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 -> members -> members.doubt(tin, version);
            case 1, 2 -> {
                var lists = lists(random);
                yield members -> members.refreshed(Partner.CODE, lists);
            }
            case 3, 4 -> {
                var received = member(tin, version, random);
                yield members -> members.receive(received);
            }
            default -> {
                var stored = member(tin, version, random);
                yield members -> members.put(stored);
            }
        };
    }

    private static MemberFact member(String tin, long version, Random random) {
        var periods = new ArrayList<Period>();
        var from = new ArrayList<Instant>();
        for (long i = 0; i <= version / 2; i++) {
            from.add(time(random));
        }
        from.sort(Comparator.naturalOrder());
        for (int i = 0; i < from.size(); i++) {
            var state = random.nextInt(3) > 0
                    ? MemberState.ACTIVE
                    : MemberState.values()[random.nextInt(MemberState.values().length)];
            var ends = random.nextInt(3) == 0 ? time(random).toEpochMilli() : Long.MAX_VALUE;
            var lines = random.nextBoolean() ? Set.of("IMPORTER") : Set.of("IMPORTER", "EXPORTER");
            periods.add(new Period(
                    version - from.size() + i + 1,
                    from.get(i).toEpochMilli(),
                    state,
                    random.nextInt(5) == 0 ? Set.of("EXPORTER") : lines,
                    ends));
        }
        return new MemberFact(tin, tin.startsWith("US") ? Partner.CODE : "XX-NONE", version, periods);
    }

    private static List<Refresh> lists(Random random) {
        var lists = new ArrayList<Refresh>();
        for (long version = 1 + random.nextInt(3); version < 6; version += 1 + random.nextInt(4)) {
            lists.add(new Refresh(
                    version, time(random).minus(Duration.ofHours(20)).toEpochMilli()));
        }
        return lists;
    }

    static Instant time(Random random) {
        return TraderFixtures.MONDAY.plus(Duration.ofHours(random.nextInt(72) - 12));
    }
}
