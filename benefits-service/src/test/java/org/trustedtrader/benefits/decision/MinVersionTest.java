package org.trustedtrader.benefits.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

class MinVersionTest {

    private static final MinVersionTimeout NONE_LEFT = new MinVersionTimeout(Duration.ZERO);
    private static final Map<String, Long> KNOWN =
            Map.of("company/123456782", 9L, "membership/a", 7L, "membership/b", 5L);

    @Test
    void aNumberIsOfEveryMembershipAndNotOfTheCompany() {
        assertThat(asked("5", KNOWN)).isEqualTo(KNOWN);
        assertThat(behind("6", KNOWN)).containsExactly(new Violation("membership/b", "version 5 is known, not yet 6"));
        assertThat(behind("8", KNOWN)).hasSize(2);
    }

    @Test
    void whereNothingIsKnownThereIsLessThanWasSeen() {
        assertThat(behind("1", Map.of())).containsExactly(new Violation("minVersion", "nothing is known, not yet 1"));
        assertThat(behind("1", Map.of("company/123456782", 3L))).hasSize(1);
        assertThat(behind("1", Map.of("driver-card/FAST00012345", 1L, "membership/a", 1L)))
                .isEmpty();
    }

    @Test
    void aSubjectIsNamedWithItsVersion() {
        assertThat(behind("membership/a:7,company/123456782:9", KNOWN)).isEmpty();
        assertThat(behind("membership/a:7,company/123456782:10,membership/c:1", KNOWN))
                .containsExactly(
                        new Violation("company/123456782", "version 9 is known, not yet 10"),
                        new Violation("membership/c", "nothing is known, not yet 1"));
        assertThat(behind("membership/a:7,membership/a:8,membership/a:1", KNOWN))
                .hasSize(1);
    }

    @Test
    void whatArrivesInTimeIsWaitedFor() {
        Iterator<Map<String, Long>> states = List.of(
                        Map.<String, Long>of(), Map.of("membership/a", 1L), Map.of("membership/a", 2L))
                .iterator();
        var least = MinVersion.parse("2", new MinVersionTimeout(Duration.ofMinutes(1)));
        assertThat(least.of(states::next, UnaryOperator.identity())).isEqualTo(Map.of("membership/a", 2L));
    }

    @Test
    void nobodyIsKeptWaitingWithoutEnd() {
        var least = MinVersion.parse("2", new MinVersionTimeout(Duration.ofMillis(20)));
        assertThatThrownBy(() -> least.of(Map::<String, Long>of, UnaryOperator.identity()))
                .isInstanceOf(Refusal.VersionNotYet.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "01",
                "1.0",
                " 7",
                "7 ",
                "\uff17",
                "9999999999999999999",
                "membership/a",
                "membership/a:0",
                "membership/:1",
                "membership/a:1,",
                ",membership/a:1",
                "membership/a:1;membership/b:1",
                "visit/a:1",
                "membership/a b:1"
            })
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> MinVersion.parse(text, NONE_LEFT)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void moreThanTwentySubjectsAreRefused() {
        var many = String.join(",", Collections.nCopies(21, "membership/a:1"));
        assertThatThrownBy(() -> MinVersion.parse(many, NONE_LEFT)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void whereSeveralAreAskedAboutANumberIsRefused() {
        assertThatThrownBy(() -> MinVersion.parseBySubject("7", NONE_LEFT)).isInstanceOf(Refusal.InvalidInput.class);
        assertThat(MinVersion.parseBySubject("membership/a:7", NONE_LEFT).isNone())
                .isFalse();
        assertThat(MinVersion.parseBySubject(null, NONE_LEFT).isNone()).isTrue();
    }

    private static Map<String, Long> asked(String text, Map<String, Long> known) {
        return MinVersion.parse(text, NONE_LEFT).of(() -> known, UnaryOperator.identity());
    }

    private static List<Violation> behind(String text, Map<String, Long> known) {
        try {
            asked(text, known);
            return List.of();
        } catch (Refusal.VersionNotYet e) {
            return e.behind();
        }
    }
}
