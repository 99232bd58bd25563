package org.trustedtrader.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int FIRST_OF_CLIENTS = 32_768;

    @Test
    void findsFreePortsInARowThatNoClientIsGiven() throws IOException {
        var first = Ports.block(5);
        assertThat(first + 5).isLessThanOrEqualTo(FIRST_OF_CLIENTS);
        for (int port = first; port < first + 5; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(socket.isBound()).isTrue();
            }
        }
    }
}
