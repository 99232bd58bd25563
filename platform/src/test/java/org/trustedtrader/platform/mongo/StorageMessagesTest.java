package org.trustedtrader.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.message.Message;

class StorageMessagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record-too-large",
                "payload-too-large",
                "seen-too-many",
                "newer-version",
                "busy",
                "cursor-unknown"
            })
    void areThereInBothLanguages(String key) {
        var message = Message.of("storage." + key);
        assertThat(message.in(Locale.ENGLISH)).isNotBlank().isNotEqualTo(message.in(Locale.FRENCH));
    }

    @Test
    void showTheirArguments() {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            assertThat(Message.of("storage.page-limit", 1000).in(language)).contains("1");
            assertThat(Message.of("storage.replay-failed", "because").in(language))
                    .contains("because");
        }
    }
}
