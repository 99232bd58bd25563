package org.trustedtrader.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.mock.http.MockHttpOutputMessage;

class CsvPageConverterTest {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final CsvPageConverter converter = new CsvPageConverter(1_000);

    /** Titles from the bundle of pages, since this module has no list of its own. */
    @CsvColumns(
            titles = "page",
            value = {"limit", "after", "cursor"})
    record Row(String after, int limit, @Nullable LocalDate cursor, List<String> hidden) {}

    record Plain(String name) {}

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theWholeListIsWrittenPageByPage() throws IOException {
        List<Integer> asked = new ArrayList<>();
        var page = Page.of(
                (from, most) -> {
                    asked.add(most);
                    return numbers(from, most);
                },
                null,
                2,
                n -> n,
                n -> new Row(n, Integer.parseInt(n), null, List.of()));
        var lines = csv(page).split("\r\n");
        assertThat(lines).hasSize(501);
        assertThat(lines[1]).isEqualTo("1000,1000,");
        assertThat(lines[500]).isEqualTo("1499,1499,");
        assertThat(asked).containsExactly(3, Page.LARGEST + 1, Page.LARGEST + 1, Page.LARGEST + 1);
    }

    @Test
    void cellsAreQuotedAfterTheRfcAndFormulasAreTexts() throws IOException {
        var rows = List.of(
                row("plain"),
                row("with, comma"),
                row("with \"quotes\""),
                row("two\nlines"),
                row("=SUM(A1:A9)"),
                row("+1 519 555 0100"),
                row("-1"),
                row("@name"),
                row("\tname"),
                row("é"));
        var page = new Page<>(rows, null, null);
        assertThat(csv(page).split("\r\n"))
                .containsExactly(
                        csv(Page.whole(List.of())).strip(),
                        "-7,plain,2026-12-07",
                        "-7,\"with, comma\",2026-12-07",
                        "-7,\"with \"\"quotes\"\"\",2026-12-07",
                        "-7,\"two\nlines\",2026-12-07",
                        "-7,\"'=SUM(A1:A9)\",2026-12-07",
                        "-7,\"'+1 519 555 0100\",2026-12-07",
                        "-7,\"'-1\",2026-12-07",
                        "-7,\"'@name\",2026-12-07",
                        "-7,\"'\tname\",2026-12-07",
                        "-7,é,2026-12-07");
    }

    @Test
    void theHeaderIsInTheReadersLanguage() throws IOException {
        var english = csv(Page.whole(List.of()));
        LocaleContextHolder.setLocale(Locale.CANADA_FRENCH);
        var french = csv(Page.whole(List.of()));
        assertThat(english).contains("must be from").isNotEqualTo(french);
        assertThat(french).contains("doit être de");
    }

    @Test
    void aListThatIsTooLongIsRefusedAndNotCutOff() {
        var page = Page.of(CsvPageConverterTest::endless, null, 2, n -> n, n -> new Row(n, 1, null, List.<String>of()));
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> csv(page))
                .satisfies(e -> assertThat(e.problem().type().name()).isEqualTo("list-too-long"));
    }

    @Test
    void onlyListsOfRowsWithColumnsCanBeHadAsCsv() {
        assertThat(converter.canWrite(of(Row.class), Page.class, CSV)).isTrue();
        assertThat(converter.canWrite(of(Row.class), Page.class, MediaType.APPLICATION_JSON))
                .isFalse();
        assertThat(converter.canWrite(of(Plain.class), Page.class, CSV)).isFalse();
        assertThat(converter.canWrite(Plain.class, Plain.class, CSV)).isFalse();
    }

    private static Row row(String text) {
        return new Row(text, -7, LocalDate.of(2026, 12, 7), List.of("a"));
    }

    private static List<String> numbers(Optional<String> after, int most) {
        int first = after.map(Integer::parseInt).orElse(999) + 1;
        return IntStream.range(first, Math.min(1_500, first + most))
                .mapToObj(Integer::toString)
                .toList();
    }

    private static List<String> endless(Optional<String> after, int most) {
        int first = after.map(Integer::parseInt).orElse(999) + 1;
        return IntStream.range(first, first + most).mapToObj(Integer::toString).toList();
    }

    private String csv(Page<Row> page) throws IOException, HttpMessageConversionException {
        var answer = new MockHttpOutputMessage();
        converter.write(page, of(Row.class), CSV, answer);
        assertThat(answer.getHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
        return answer.getBodyAsString(StandardCharsets.UTF_8);
    }

    private static java.lang.reflect.Type of(Class<?> row) {
        return ResolvableType.forClassWithGenerics(Page.class, row).getType();
    }
}
