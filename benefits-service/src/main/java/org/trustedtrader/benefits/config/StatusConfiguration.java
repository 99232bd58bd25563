package org.trustedtrader.benefits.config;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.benefits.status.SnapshotPrefetch;
import org.trustedtrader.benefits.status.StartingPoint;
import org.trustedtrader.benefits.status.WriteSnapshot;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.platform.inbox.InMemoryCursors;
import org.trustedtrader.platform.inbox.MongoCheckpoint;

/** Wiring of the status in memory; apart because the order in which it is loaded and kept for the next start is one concern. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
class StatusConfiguration {

    @Bean
    @Primary
    StartingPoint startingPoint(
            MongoCheckpoint stored,
            ObjectProvider<SnapshotPrefetch> begun,
            SnapshotProperties settings,
            RevisionStore states) {
        var snapshot = begun.getIfAvailable(
                () -> settings.snapshot().map(SnapshotPrefetch::of).orElse(null));
        return new StartingPoint(stored, snapshot, states.name());
    }

    /**
     * Loaded before the first event is received and before the first question is asked, and after the starting point was read,
     * so that everything before that point is in what is loaded.
     */
    @Bean
    @DependsOn("startingPoint")
    BorderStatus borderStatus(
            StartingPoint start,
            PublishedPolicies policies,
            RevisionStore states,
            Clock clock,
            RecognisedMembers elsewhere) {
        return start.takeImage()
                .map(image -> BorderStatus.resume(image, policies.policies(), states, clock, elsewhere))
                .orElseGet(() -> BorderStatus.load(policies.policies(), states, clock, elsewhere));
    }

    @Bean
    SmartLifecycle snapshots(
            SnapshotProperties settings, BorderStatus status, InMemoryCursors cursors, RevisionStore states) {
        return settings.snapshot()
                .map(file -> new WriteSnapshot(status.memory(), cursors::takenIn, file, states.name()))
                .<SmartLifecycle>map(snapshots -> new PeriodicTask("snapshot", settings.every(), snapshots::write))
                .orElseGet(PeriodicTask::never);
    }
}
