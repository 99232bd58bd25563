package org.trustedtrader.platform.inbox;

import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;
import org.trustedtrader.platform.outbox.ChangeFeeds;

/** Where each source's change feed is: another service's over HTTP, this service's own at first hand. */
final class Feeds {

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
                .build();
    }

    private ChangesPage ownChanges(String aggregate, String after, long overlapSeconds, int limit) {
        var changes = own.changes(aggregate, after, overlapSeconds, limit);
        return new ChangesPage(changes.events(), changes.next(), changes.more());
    }
}
