package org.trustedtrader.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.refusal.Refusal;

class PageTest {

    @Test
    void aPageNamesTheNextOneIfMoreWasFound() {
        var page = Page.of(List.of("a", "b", "c"), 2, Function.identity(), String::toUpperCase);
        assertThat(page.items()).containsExactly("A", "B");
        assertThat(Page.after(page.next())).contains("b");
    }

    @Test
    void theLastPageNamesNone() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity(), String::toUpperCase)
                        .next())
                .isNull();
        assertThat(Page.after(null)).isEmpty();
    }

    @Test
    void anInventedTokenIsRefused() {
        assertThatExceptionOfType(Refusal.InvalidInput.class).isThrownBy(() -> Page.after("%%%"));
    }
}
