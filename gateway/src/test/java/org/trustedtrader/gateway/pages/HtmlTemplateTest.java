package org.trustedtrader.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.message.Languages;

class HtmlTemplateTest {

    @Test
    void escapesWhatPeopleCallThemselves() {
        assertThat(HtmlTemplate.inline("<p title=\"{{name}}\">{{name}}</p>")
                        .in(Languages.ENGLISH, Map.of("name", "<script>\"'$1\\"))
                        .text())
                .isEqualTo("<p title=\"&lt;script&gt;&quot;&#39;$1\\\">&lt;script&gt;&quot;&#39;$1\\</p>");
    }

    @Test
    void doesNotEscapeItsOwnParts() {
        HtmlTemplate.Html item = HtmlTemplate.inline("<li>{{it}}</li>").in(Languages.ENGLISH, Map.of("it", "a&b"));

        assertThat(HtmlTemplate.inline("<ul>{{items}}</ul>")
                        .in(Languages.ENGLISH, Map.of("items", item))
                        .text())
                .isEqualTo("<ul><li>a&amp;b</li></ul>");
    }

    @Test
    void leavesNoPlaceEmpty() {
        assertThatThrownBy(() -> HtmlTemplate.inline("{{name}}").in(Languages.ENGLISH, Map.of()))
                .hasMessageContaining("name");
    }

    @Test
    void textsAreInTheReadersLanguage() {
        var page = HtmlTemplate.inline("<html lang=\"{{language}}\">{{gateway.home.roles}}");

        assertThat(page.in(Languages.FRENCH, Map.of()).text()).isEqualTo("<html lang=\"fr\">Rôles");
        assertThat(page.in(Languages.ENGLISH, Map.of()).text()).isEqualTo("<html lang=\"en\">Roles");
    }
}
