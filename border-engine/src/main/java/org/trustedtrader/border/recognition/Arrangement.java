package org.trustedtrader.border.recognition;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.border.policy.Benefit;

/**
 * What was agreed with a partner.
 *
 * @param partner    its code, such as {@code US-CTPAT}
 * @param inForce    milliseconds since the epoch, programme time; before that nobody is recognised
 * @param staleAfter how long after the partner drew a list its members are relied on
 * @param benefits   which benefits a member gets here, by its line of business there
 */
public record Arrangement(String partner, long inForce, Duration staleAfter, Map<String, Set<Benefit>> benefits) {

    public Arrangement {
        benefits = benefits.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, some -> Set.copyOf(some.getValue())));
    }

    /** Bits of {@link Benefit}s by ordinal. */
    int granted(Set<String> lines) {
        int granted = 0;
        for (var line : lines) {
            for (var benefit : benefits.getOrDefault(line, Set.of())) {
                granted |= 1 << benefit.ordinal();
            }
        }
        return granted;
    }
}
