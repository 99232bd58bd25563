package org.trustedtrader.benefits.decision.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;

/** The journal has these by their order: a name may be added at the end of its line's group, never moved or taken out. */
class StoredNumbersTest {

    @Test
    void noNameHasMoved() throws IOException {
        assertThat(names())
                .as("the order of names that is written to the journal; add new names at the end, here and there")
                .isEqualTo(listed());
    }

    private static List<String> names() {
        return Stream.of(
                        Reason.values(),
                        Benefit.values(),
                        Outcome.values(),
                        Lane.values(),
                        Mode.values(),
                        Direction.values(),
                        Tier.values(),
                        Crossing.Seal.values(),
                        Finding.About.values(),
                        PartnerCodec.Disclosure.values())
                .flatMap(Arrays::stream)
                .map(name -> ((Enum<?>) name).getDeclaringClass().getSimpleName() + " " + name)
                .toList();
    }

    private static List<String> listed() throws IOException {
        try (var file = Objects.requireNonNull(StoredNumbersTest.class.getResourceAsStream("stored-numbers.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
