package org.trustedtrader.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateRabbitTest {
    @TempDir
    private Path state;

    @Test
    void keepsConfirmedMessagesOverARestartAndLeavesNothingBehind() throws Exception {
        LocalSettings settings = LocalSettings.of(state, state, Map.of());
        assumeTrue(PrivateRabbit.installed(settings).isPresent(), "no rabbitmq-server is installed");
        LocalPlatform platform = PlatformPlan.in(state, state.resolve("state"))
                .only("rabbitmq")
                .with("TTP_BROKER", "rabbitmq")
                .onFreePorts()
                .platform();
        try (platform) {
            platform.start(Progress.SILENT);
            try (Connection connection = connect(platform);
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.queueDeclare("q", true, false, false, Map.of("x-queue-type", "quorum"));
                channel.basicPublish("", "q", true, MessageProperties.PERSISTENT_TEXT_PLAIN, "kept".getBytes(UTF_8));
                channel.waitForConfirmsOrDie(10_000);
            }
            platform.stop("rabbitmq");
            platform.start(Progress.SILENT);
            try (Connection connection = connect(platform);
                    Channel channel = connection.createChannel()) {
                assertThat(channel.basicGet("q", true).getBody()).asString().isEqualTo("kept");
            }
        }
        assertThat(platform.running()).isEmpty();
        assertThat(Probe.accepts(platform.settings().port(LocalPort.RABBITMQ_EPMD)))
                .isFalse();
    }

    private static Connection connect(LocalPlatform platform) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(platform.url("rabbitmq"));
        return factory.newConnection();
    }
}
