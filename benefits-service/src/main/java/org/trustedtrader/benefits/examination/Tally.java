package org.trustedtrader.benefits.examination;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.entry.EntryCodec;
import org.trustedtrader.benefits.decision.log.Block;
import org.trustedtrader.border.policy.Tier;

/**
 * Crossings that were asked about and drawn at one rate on one day.
 *
 * @param day  of the question, UTC
 * @param tier whose rate it was; null for everybody who has no reduced rate
 */
public record Tally(LocalDate day, @Nullable Tier tier, double rate, long asked, long selected) {

    private record Key(LocalDate day, @Nullable Tier tier, double rate) {}

    /** Everything that was drawn in that block of the journal, by day. */
    public static List<Tally> of(Block block) {
        Map<Key, long[]> counts = new LinkedHashMap<>();
        block.forEach(bytes -> count(bytes, counts));
        return counts.entrySet().stream()
                .map(e -> new Tally(
                        e.getKey().day(), e.getKey().tier(), e.getKey().rate(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparing(Tally::day))
                .toList();
    }

    private static void count(byte[] bytes, Map<Key, long[]> counts) {
        if (!EntryCodec.isCrossing(bytes)) {
            return;
        }
        var entry = EntryCodec.read("", bytes);
        var examination = entry.examination();
        if (examination != null) {
            var day = LocalDate.ofInstant(entry.moment().askedAt(), ZoneOffset.UTC);
            var count = counts.computeIfAbsent(new Key(day, examination.tier(), examination.rate()), _ -> new long[2]);
            count[0]++;
            count[1] += examination.selected() ? 1 : 0;
        }
    }
}
