package org.trustedtrader.platform.inbox;

import feign.Feign;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.io.InputStream;
import java.util.List;
import org.springframework.cloud.openfeign.support.SpringMvcContract;
import org.springframework.core.env.Environment;
import org.trustedtrader.platform.outbox.ChangeFeeds;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where each source's change feed is: another service's over HTTP, this service's own at first hand. The clients are built
 * here and not by Spring, which would give each an application context of its own that a start prepared by the build cannot
 * have.
 */
final class ChangeFeedClients {

    private static final int LONGEST_ANNOUNCEMENT = 1024 * 1024;

    /** Announcements are larger than what a stranger may send, and new fields do not matter. */
    private static final JsonMapper PAGES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_ANNOUNCEMENT)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Environment environment;
    private final List<RequestInterceptor> interceptors;
    private final Request.Options patience;
    private final ChangeFeeds own;
    private final String service;

    /** @param interceptors what every call of a service carries */
    ChangeFeedClients(
            Environment environment,
            List<RequestInterceptor> interceptors,
            Request.Options patience,
            ChangeFeeds own,
            String service) {
        this.environment = environment;
        this.interceptors = List.copyOf(interceptors);
        this.patience = patience;
        this.own = own;
        this.service = service;
    }

    ChangeFeedClient of(String source) {
        return source.equals(service) ? this::ownChanges : remote(source);
    }

    private ChangeFeedClient remote(String source) {
        return Feign.builder()
                .contract(new SpringMvcContract())
                .requestInterceptors(interceptors)
                .options(patience)
                .retryer(Retryer.NEVER_RETRY)
                .decoder((response, type) -> page(response.body().asInputStream()))
                .target(ChangeFeedClient.class, environment.getRequiredProperty("ttp.services." + source + ".url"));
    }

    static ChangeFeedPage page(InputStream body) {
        return PAGES.readValue(body, ChangeFeedPage.class);
    }

    private ChangeFeedPage ownChanges(String aggregate, String after, long overlapSeconds, int limit) {
        var changes = own.changes(aggregate, after, overlapSeconds, limit);
        return new ChangeFeedPage(changes.events(), changes.next(), changes.more());
    }
}
