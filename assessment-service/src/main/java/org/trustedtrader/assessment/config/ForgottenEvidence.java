package org.trustedtrader.assessment.config;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.trustedtrader.assessment.assessment.EvidenceVault;

/** Discards bytes whose upload was cut short, by the machine's clock: the programme's may be moved. */
@Configuration
@EnableScheduling
class ForgottenEvidence {

    private final EvidenceVault vault;
    private final AssessmentSettings settings;

    ForgottenEvidence(EvidenceVault vault, AssessmentSettings settings) {
        this.vault = vault;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void discard() {
        vault.discardForgotten(Instant.now().minus(settings.evidence().forgottenAfter()));
    }
}
