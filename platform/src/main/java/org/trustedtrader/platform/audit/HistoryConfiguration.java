package org.trustedtrader.platform.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.trustedtrader.platform.history.HistoryHeadFile;
import org.trustedtrader.platform.history.HistorySigner;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Exports signed history heads where a file for them is set. */
@AutoConfiguration
@EnableConfigurationProperties(HistoryProperties.class)
class HistoryConfiguration {

    private static final String EXPORT_FILE = "ttp.history.export-file";

    @Bean
    HistorySigner historySeal(HistoryProperties settings) {
        return new HistorySigner(settings.signingKey().isEmpty() ? null : signingKey(settings));
    }

    /** Whether heads are exported is seen at the start, not by a condition: a build that prepares starts would decide it. */
    @Bean
    SmartLifecycle headExport(
            HistoryProperties settings, ObjectProvider<AggregateStoreFactory> stored, Environment environment) {
        if (!environment.containsProperty(EXPORT_FILE)) {
            return new NotExported();
        }
        var stores = stored.getObject();
        return new HistoryHeadExporter(
                exportFile(settings),
                signingKey(settings),
                settings.exportEvery(),
                since -> stores.stores().stream()
                        .flatMap((AggregateStore<?> store) -> store.headsSince(since).stream())
                        .toList());
    }

    private static final class NotExported implements SmartLifecycle {

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private static Path exportFile(HistoryProperties settings) {
        var file = settings.exportFile();
        if (file == null) {
            throw new IllegalStateException(EXPORT_FILE + " is empty");
        }
        return file;
    }

    private static PrivateKey signingKey(HistoryProperties settings) {
        try {
            return HistoryHeadFile.privateKey(settings.signingKey());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "ttp.history.signing-key must be an Ed25519 private key, PKCS #8, base64, when"
                            + " ttp.history.export-file is set");
        }
    }
}
