package org.trustedtrader.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> ALL = List.of("a", "b", "c", "é");

    @Test
    void aPageNamesTheNextOneIfMoreWasFound() {
        var page = page(null, 2);
        assertThat(page.items()).containsExactly("A", "B");
        assertThat(page(page.next(), 2).items()).containsExactly("C", "É");
    }

    @Test
    void theLastPageNamesNone() {
        assertThat(page(null, 4).next()).isNull();
        assertThat(page(null, 4).following()).isNull();
    }

    @Test
    void theFollowingPagesAreTheRest() {
        List<String> read = new ArrayList<>();
        for (Page<String> page = page(null, 1); page != null; ) {
            read.addAll(page.items());
            var following = page.following();
            page = following == null ? null : following.get();
        }
        assertThat(read).containsExactly("A", "B", "C", "É");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "zzz", "zzzz", "YWJj", "", "====", "A"})
    void anInventedTokenIsRefused(String token) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> page(token, 2))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void aTokenOfWhichALetterChangedIsRefused() {
        var token = String.valueOf(page(null, 2).next());
        var bytes = Base64.getUrlDecoder().decode(token);
        bytes[0] = "c".getBytes(StandardCharsets.UTF_8)[0];
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> page(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), 2));
    }

    private static Page<String> page(@Nullable String after, int limit) {
        return Page.of(PageTest::read, after, limit, Function.identity(), String::toUpperCase);
    }

    private static List<String> read(Optional<String> after, int most) {
        return ALL.stream()
                .filter(one -> after.isEmpty() || one.compareTo(after.get()) > 0)
                .limit(most)
                .toList();
    }
}
