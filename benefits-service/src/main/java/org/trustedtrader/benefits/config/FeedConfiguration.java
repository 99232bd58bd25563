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
import org.trustedtrader.benefits.feed.FeedStreams;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.CombinedStatus;
import org.trustedtrader.border.feed.Feed;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.VerifyingKey;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;

/** Wiring of the live feed; apart because its streams and keys have a life of their own. */
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
        var sizes = new FeedLimits(settings.keptChanges(), CHANGES_A_BATCH, BEAT);
        var everybody = new CombinedStatus(status.memory(), partners);
        var feed = new Feed(everybody, () -> issue(lease), BatchJson::line, key, sizes);
        everybody.listener(feed);
        return feed;
    }

    @Bean
    FeedStreams feedDesk(Feed feed, SigningKey key, FeedProperties settings) {
        List<VerifyingKey> keys = new ArrayList<>(List.of(key.publicKey()));
        settings.nextKeys().stream().map(VerifyingKey::parse).forEach(keys::add);
        var limits = new FeedStreams.Limits(settings.listeners(), settings.snapshots(), settings.longestStream());
        return new FeedStreams(feed, keys, limits);
    }

    /** Streams never end by themselves; so they are ended before the server waits for requests that are still answered. */
    @Bean
    SmartLifecycle feedEnd(FeedStreams streams) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                streams.open();
            }

            @Override
            public void stop() {
                streams.close();
            }

            @Override
            public boolean isRunning() {
                return streams.isOpen();
            }
        };
    }

    private static Batch.Issue issue(Lease lease) {
        var moment = lease.now();
        return new Batch.Issue(Clock.systemUTC().instant(), moment.askedAt(), moment.statusAge(), moment.lease());
    }
}
