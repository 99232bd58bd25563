package org.trustedtrader.benefits.config;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.trustedtrader.benefits.status.SnapshotPrefetch;
import org.trustedtrader.border.snapshot.SnapshotFile;

/** Begins to read the snapshot as soon as the settings are known, while Spring makes the beans. */
public final class SnapshotPreloader implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var file = prepared.getEnvironment().getProperty(SnapshotProperties.FILE, "");
        if (!file.isBlank()) {
            var prefetch = SnapshotPrefetch.of(new SnapshotFile(Path.of(file)));
            prepared.getSpringApplication()
                    .addInitializers(context -> context.getBeanFactory().registerSingleton("snapshotAhead", prefetch));
        }
    }
}
