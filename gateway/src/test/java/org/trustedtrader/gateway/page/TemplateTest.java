package org.trustedtrader.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void escapesWhatPeopleCallThemselves() {
        assertThat(Template.inline("<p title=\"{{name}}\">{{name}}</p>")
                        .with(Map.of("name", "<script>\"'$1\\"))
                        .text())
                .isEqualTo("<p title=\"&lt;script&gt;&quot;&#39;$1\\\">&lt;script&gt;&quot;&#39;$1\\</p>");
    }

    @Test
    void doesNotEscapeItsOwnParts() {
        Template.Html item = Template.inline("<li>{{it}}</li>").with(Map.of("it", "a&b"));

        assertThat(Template.inline("<ul>{{items}}</ul>")
                        .with(Map.of("items", item))
                        .text())
                .isEqualTo("<ul><li>a&amp;b</li></ul>");
    }

    @Test
    void leavesNoPlaceEmpty() {
        assertThatThrownBy(() -> Template.inline("{{name}}").with(Map.of())).hasMessageContaining("name");
    }
}
