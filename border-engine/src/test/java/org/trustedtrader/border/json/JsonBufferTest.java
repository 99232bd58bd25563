package org.trustedtrader.border.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBufferTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Random random = new Random(4);

    @Test
    void writesTimesAsTheClockOfJavaDoes() {
        for (int i = 0; i < 200_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(FIRST, LAST), nano());
            assertThat(new JsonBuffer(8).time(time)).hasToString('"' + time.toString() + '"');
        }
    }

    @Test
    void writesTimesBeyondFourDigitYearsToo() {
        for (var time : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.ofEpochSecond(LAST + 1)}) {
            assertThat(new JsonBuffer(8).time(time)).hasToString('"' + time.toString() + '"');
        }
    }

    @Test
    void writesTextsAsAMapperDoes() {
        for (int i = 0; i < 100_000; i++) {
            var text = text();
            assertThat(new JsonBuffer(1).text(text).toString().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(JSON.writeValueAsBytes(text));
        }
    }

    @Test
    void writesNumbers() {
        for (long number : new long[] {0, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            assertThat(new JsonBuffer(1).number(number)).hasToString(Long.toString(number));
        }
    }

    @Test
    void startsAnewWhenCleared() {
        var json = new JsonBuffer(1);
        json.text("before").clear();
        assertThat(json.raw('[').comma(false).number(1).comma(true).number(2).raw(']'))
                .hasToString("[1,2]");
        assertThat(json.length()).isEqualTo(5);
    }

    private int nano() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            default -> random.nextInt(1_000_000_000);
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x20 + random.nextInt(0x60);
                        case 2 -> "\"\\/<>&'".charAt(random.nextInt(7));
                        case 3 -> 0x80 + random.nextInt(0x700);
                        case 4 -> 0xe000 + random.nextInt(0x1000);
                        default -> 0x1_f600 + random.nextInt(0x40);
                    });
        }
        return text.toString();
    }
}
