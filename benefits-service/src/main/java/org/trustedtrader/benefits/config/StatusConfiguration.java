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
import org.trustedtrader.benefits.status.BorderStart;
import org.trustedtrader.benefits.status.KeepSnapshot;
import org.trustedtrader.benefits.status.SnapshotAhead;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.keeping.KnownStates;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.platform.inbox.InMemoryCursors;
import org.trustedtrader.platform.inbox.MongoCheckpoint;

/** The status in memory: from where it is loaded, and where it is kept for the next start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
class StatusConfiguration {

    @Bean
    @Primary
    BorderStart startingPoint(
            MongoCheckpoint stored,
            ObjectProvider<SnapshotAhead> begun,
            SnapshotProperties settings,
            KnownStates states) {
        var snapshot = begun.getIfAvailable(
                () -> settings.snapshot().map(SnapshotAhead::of).orElse(null));
        return new BorderStart(stored, snapshot, states.name());
    }

    /**
     * Loaded before the first event is heard and before the first question is asked, and after the starting point was read,
     * so that everything before that point is in what is loaded.
     */
    @Bean
    @DependsOn("startingPoint")
    BorderStatus borderStatus(
            BorderStart start, PublishedPolicies policies, KnownStates states, Clock clock, RecognisedMembers elsewhere) {
        return start.takeImage()
                .map(image -> BorderStatus.resume(image, policies.policies(), states, clock, elsewhere))
                .orElseGet(() -> BorderStatus.load(policies.policies(), states, clock, elsewhere));
    }

    @Bean
    SmartLifecycle snapshots(
            SnapshotProperties settings, BorderStatus status, InMemoryCursors cursors, KnownStates states) {
        return settings.snapshot()
                .map(file -> new KeepSnapshot(status.memory(), cursors::takenIn, file, states.name()))
                .<SmartLifecycle>map(snapshots -> new PeriodicTask("snapshot", settings.every(), snapshots::write))
                .orElseGet(PeriodicTask::never);
    }
}
