package org.trustedtrader.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    @Test
    void escapesWhatPeopleCallThemselves() {
        assertThat(HtmlTemplate.inline("<p title=\"{{name}}\">{{name}}</p>")
                        .with(Map.of("name", "<script>\"'$1\\"))
                        .text())
                .isEqualTo("<p title=\"&lt;script&gt;&quot;&#39;$1\\\">&lt;script&gt;&quot;&#39;$1\\</p>");
    }

    @Test
    void doesNotEscapeItsOwnParts() {
        HtmlTemplate.Html item = HtmlTemplate.inline("<li>{{it}}</li>").with(Map.of("it", "a&b"));

        assertThat(HtmlTemplate.inline("<ul>{{items}}</ul>")
                        .with(Map.of("items", item))
                        .text())
                .isEqualTo("<ul><li>a&amp;b</li></ul>");
    }

    @Test
    void leavesNoPlaceEmpty() {
        assertThatThrownBy(() -> HtmlTemplate.inline("{{name}}").with(Map.of())).hasMessageContaining("name");
    }
}
