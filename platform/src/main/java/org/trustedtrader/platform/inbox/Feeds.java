package org.trustedtrader.platform.inbox;

import java.io.InputStream;
import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;
import org.trustedtrader.platform.outbox.ChangeFeeds;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where each source's change feed is: another service's over HTTP, this service's own at first hand. */
final class Feeds {

    private static final int LONGEST_ANNOUNCEMENT = 1024 * 1024;

    /** Announcements are larger than what a stranger may send, and new fields do not matter. */
    private static final JsonMapper PAGES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_ANNOUNCEMENT)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ApplicationContext context;
    private final ChangeFeeds own;
    private final String service;

    Feeds(ApplicationContext context, ChangeFeeds own, String service) {
        this.context = context;
        this.own = own;
        this.service = service;
    }

    ChangesFeed of(String source) {
        return source.equals(service) ? this::ownChanges : remote(source);
    }

    private ChangesFeed remote(String source) {
        var url = context.getEnvironment().getRequiredProperty("ttp.services." + source + ".url");
        return new FeignClientBuilder(context)
                .forType(ChangesFeed.class, source + "-changes")
                .url(url)
                .customize(feign ->
                        feign.decoder((response, type) -> page(response.body().asInputStream())))
                .build();
    }

    static ChangesPage page(InputStream body) {
        return PAGES.readValue(body, ChangesPage.class);
    }

    private ChangesPage ownChanges(String aggregate, String after, long overlapSeconds, int limit) {
        var changes = own.changes(aggregate, after, overlapSeconds, limit);
        return new ChangesPage(changes.events(), changes.next(), changes.more());
    }
}
