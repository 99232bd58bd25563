package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConsumerConnectionTest {

    @Test
    void aBrokerThatIsAwayIsToldOfOnceAndNotAtEveryAttempt(CapturedOutput output) {
        try (var broker = new ConsumerConnection(new CachingConnectionFactory("nowhere.invalid"))) {
            for (int attempt = 0; attempt < 3; attempt++) {
                broker.onFailed(new IOException("refused"));
            }
            assertThat(broker.isUp()).isFalse();
        }
        assertThat(output.getAll()).containsOnlyOnce("problem=broker-away reason=refused");
    }
}
