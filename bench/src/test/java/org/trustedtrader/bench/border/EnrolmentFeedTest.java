package org.trustedtrader.bench.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.border.test.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnrolmentFeedTest {

    private final Changes changes = new Changes(new World(1, 100, 0));

    @Test
    void holdsEveryChangeAfterTheCursorPageByPage() throws Exception {
        try (var feed = new EnrolmentFeed();
                var http = HttpClient.newHttpClient()) {
            changes.tell(feed::add);
            for (int i = 0; i < 5; i++) {
                changes.one();
            }
            var first = page(http, feed.url() + "/internal/changes/membership?after=&limit=3");
            assertThat(first.path("events").size()).isEqualTo(3);
            assertThat(first.path("more").asBoolean()).isTrue();
            var second = page(
                    http,
                    feed.url() + "/internal/changes/membership?after="
                            + first.path("next").asString() + "&limit=3");
            assertThat(second.path("events").size()).isEqualTo(2);
            assertThat(second.path("more").asBoolean()).isFalse();
            var others = page(http, feed.url() + "/internal/changes/company?after=&limit=3");
            assertThat(others.path("events").isEmpty()).isTrue();
            assertThat(others.path("next").asString()).isEqualTo("5");
        }
    }

    private static JsonNode page(HttpClient http, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
