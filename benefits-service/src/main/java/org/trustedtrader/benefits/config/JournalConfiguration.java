package org.trustedtrader.benefits.config;

import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.benefits.decision.entry.FileJournal;
import org.trustedtrader.benefits.decision.log.AppendLog;
import org.trustedtrader.benefits.decision.log.BlockStore;
import org.trustedtrader.benefits.examination.ReadExaminationRates;
import org.trustedtrader.benefits.examination.Tallies;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Wiring of the journal and of what is drawn and counted with it; apart because the journal is a file that is opened and closed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JournalProperties.class, ExaminationProperties.class})
class JournalConfiguration {

    @Bean(destroyMethod = "close")
    AppendLog journalLog(JournalProperties settings, BlockStore blocks, Clock clock) throws IOException {
        return AppendLog.open(settings.log(), blocks, clock);
    }

    @Bean
    FileJournal journal(AppendLog journalLog) {
        return new FileJournal(journalLog);
    }

    @Bean
    ExaminationKeys examinationKeys(ExaminationProperties settings) {
        return settings.keys();
    }

    @Bean
    ReadExaminationRates readExaminationRates(Tallies tallies, AppendLog journalLog, Clock clock) {
        return new ReadExaminationRates(tallies, () -> shipNow(journalLog), clock);
    }

    private static void shipNow(AppendLog log) {
        try {
            log.ship();
        } catch (RuntimeException e) {
            throw new Refusal.Unavailable(Message.of("benefits.examination.unavailable"));
        }
    }
}
