package org.trustedtrader.platform.history;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStores;

/** Exports signed history heads where a file for them is set. */
@AutoConfiguration
@EnableConfigurationProperties(HistorySettings.class)
class HistoryPlatform {

    @Bean
    HistorySeal historySeal(HistorySettings settings) {
        return new HistorySeal(settings.signingKey().isEmpty() ? null : signingKey(settings));
    }

    @Bean
    @ConditionalOnProperty("ttp.history.export-file")
    HeadExport headExport(HistorySettings settings, AggregateStores stores) {
        return new HeadExport(
                exportFile(settings),
                signingKey(settings),
                settings.exportEvery(),
                since -> stores.stores().stream()
                        .flatMap((AggregateStore<?> store) -> store.headsSince(since).stream())
                        .toList());
    }

    private static Path exportFile(HistorySettings settings) {
        var file = settings.exportFile();
        if (file == null) {
            throw new IllegalStateException("ttp.history.export-file is empty");
        }
        return file;
    }

    private static PrivateKey signingKey(HistorySettings settings) {
        try {
            return HeadLog.privateKey(settings.signingKey());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "ttp.history.signing-key must be an Ed25519 private key, PKCS #8, base64, when"
                            + " ttp.history.export-file is set");
        }
    }
}
