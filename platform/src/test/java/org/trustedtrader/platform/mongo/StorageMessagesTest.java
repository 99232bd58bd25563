package org.trustedtrader.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.message.Message;

class StorageMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"record-too-large", "payload-too-large", "seen-too-many"})
    void areThereInBothLanguages(String key) {
        var message = Message.of("storage." + key);
        assertThat(message.in(Locale.ENGLISH)).isNotBlank().isNotEqualTo(message.in(Locale.FRENCH));
    }
}
