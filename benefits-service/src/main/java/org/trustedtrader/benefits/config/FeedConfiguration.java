package org.trustedtrader.benefits.config;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.feed.FeedDesk;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.Everybody;
import org.trustedtrader.border.feed.Feed;
import org.trustedtrader.border.feed.FeedSizes;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.VerifyingKey;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.recognition.RecognisedMembers;

/** The live feed put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FeedConfiguration.class);
    private static final int CHANGES_A_BATCH = 1_000;
    private static final Duration BEAT = Duration.ofMillis(500);

    @Bean
    SigningKey feedSigningKey(FeedProperties settings) {
        if (!settings.signingKey().isEmpty()) {
            return SigningKey.parse(settings.signingKey());
        }
        LOG.warn("ttp.feed.signing-key is not set: no copy of the status will trust this feed");
        return SigningKey.generate();
    }

    @Bean
    Feed feed(SigningKey key, BorderStatus status, RecognisedMembers partners, Lease lease, FeedProperties settings) {
        var sizes = new FeedSizes(settings.keptChanges(), CHANGES_A_BATCH, BEAT);
        var everybody = new Everybody(status.memory(), partners);
        var feed = new Feed(everybody, () -> issue(lease), BatchJson::line, key, sizes);
        everybody.listener(feed);
        return feed;
    }

    @Bean
    FeedDesk feedDesk(Feed feed, SigningKey key, FeedProperties settings) {
        List<VerifyingKey> keys = new ArrayList<>(List.of(key.publicKey()));
        settings.nextKeys().stream().map(VerifyingKey::parse).forEach(keys::add);
        var limits = new FeedDesk.Limits(settings.listeners(), settings.snapshots(), settings.longestStream());
        return new FeedDesk(feed, keys, limits);
    }

    /** Streams never end by themselves; so they are ended before the server waits for requests that are still answered. */
    @Bean
    SmartLifecycle feedEnd(FeedDesk desk) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                desk.open();
            }

            @Override
            public void stop() {
                desk.close();
            }

            @Override
            public boolean isRunning() {
                return desk.isOpen();
            }
        };
    }

    private static Batch.Issue issue(Lease lease) {
        var moment = lease.now();
        return new Batch.Issue(Clock.systemUTC().instant(), moment.askedAt(), moment.statusAge(), moment.lease());
    }
}
