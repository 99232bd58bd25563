package org.trustedtrader.border.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.policy.Tier;

class RandomSelectionTest {

    private static final int MANY = 100_000;

    private final ExaminationKey key = new ExaminationKey("1", "a-secret-of-the-tests");
    private final ExaminationKey other = new ExaminationKey("2", "another-secret-of-the-tests");

    /** 99 degrees of freedom: the statistic exceeds 149 by chance once in a thousand keys, and this key is fixed. */
    @Test
    void numbersAreSpreadEvenly() {
        var cells = new int[100];
        ids().forEach(id -> cells[(int) (key.number(id) * cells.length)]++);
        double expected = (double) MANY / cells.length;
        double chiSquare = IntStream.of(cells)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        assertThat(chiSquare).isBetween(58.0, 149.0);
    }

    @Test
    void theRateIsAchieved() {
        for (double rate : new double[] {0.01, 0.1, 0.5}) {
            double achieved =
                    (double) ids().filter(id -> selected(key, rate, id)).count() / MANY;
            assertThat(achieved).isEqualTo(rate, within(4 * Math.sqrt(rate * (1 - rate) / MANY)));
        }
    }

    @Test
    void anotherSecretSelectsOthers() {
        long both = ids().filter(id -> selected(key, 0.1, id) && selected(other, 0.1, id))
                .count();
        assertThat(both / (double) MANY).isEqualTo(0.01, within(0.0015));
    }

    @Test
    void neighbouringIdsHaveNothingInCommon() {
        long both = IntStream.range(0, MANY)
                .filter(i -> selected(key, 0.1, "id" + i) && selected(key, 0.1, "id" + (i + 1)))
                .count();
        assertThat(both / (double) MANY).isEqualTo(0.01, within(0.0015));
    }

    @Test
    void theSameIdIsAlwaysDrawnTheSame() {
        var again = new ExaminationKey("1", "a-secret-of-the-tests");
        ids().limit(1_000)
                .forEach(id -> assertThat(new RandomSelection(again, 0.3, Tier.I).of(id))
                        .isEqualTo(new RandomSelection(key, 0.3, Tier.I).of(id)));
    }

    /** As {@code printf AAAAAAAAAAAAAAAAAAAAAA | openssl dgst -sha256 -hmac a-secret-of-the-tests} begins. */
    @Test
    void anybodyWithTheSecretCanRepeatIt() {
        assertThat(key.number("AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo((0xFEE7_12BE_66B2_5588L >>> 11) * 0x1.0p-53);
    }

    @Test
    void rateZeroNeverSelectsAndRateOneAlways() {
        assertThat(ids().limit(10_000)).noneMatch(id -> selected(key, 0, id)).allMatch(id -> selected(key, 1, id));
    }

    @Test
    void aShortSecretIsRefusedAndNoneIsShown() {
        assertThatThrownBy(() -> new ExaminationKey("1", "short"))
                .hasMessageContaining("fewer than 16")
                .hasMessageNotContaining("short");
        assertThat(key).hasToString("examination key 1");
    }

    @Test
    void twoSecretsCannotShareAName() {
        assertThatThrownBy(() -> new ExaminationKeys(key, List.of(other, new ExaminationKey("2", "x".repeat(16)))))
                .hasMessageContaining("called 2");
    }

    private static boolean selected(ExaminationKey key, double rate, String id) {
        return new RandomSelection(key, rate, null).of(id).selected();
    }

    private static Stream<String> ids() {
        return IntStream.range(0, MANY).mapToObj(i -> "decision-%08d".formatted(i));
    }
}
