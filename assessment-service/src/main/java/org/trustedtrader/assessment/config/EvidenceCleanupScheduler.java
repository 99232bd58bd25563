package org.trustedtrader.assessment.config;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.trustedtrader.assessment.profile.EvidenceStore;

/** Discards the bytes of interrupted uploads. It uses machine time, because the programme's clock may be moved. */
@Configuration
@EnableScheduling
class EvidenceCleanupScheduler {

    private final EvidenceStore store;
    private final AssessmentProperties properties;

    EvidenceCleanupScheduler(EvidenceStore store, AssessmentProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void discard() {
        store.discardForgotten(Instant.now().minus(properties.evidence().forgottenAfter()));
    }
}
