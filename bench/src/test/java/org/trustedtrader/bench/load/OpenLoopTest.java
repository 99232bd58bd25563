package org.trustedtrader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch stall = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean stalling;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            awaitEndOfStall();
            var body = exchange.getRequestURI().getPath().getBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        stall.countDown();
        server.stop(0);
    }

    @Test
    void sendsWhatIsDueAndKeepsEverySoManiethAnswerWithItsQuestion() {
        var ran = run(10);
        assertThat(ran.answered()).isEqualTo(100);
        assertThat(ran.failed()).isZero();
        assertThat(asked).hasValue(100);
        assertThat(ran.looked())
                .hasSize(10)
                .allSatisfy(looked ->
                        assertThat(new String(looked.body())).isEqualTo("/" + (looked.request() % 2 == 0 ? "a" : "b")));
    }

    @Test
    void countsWhatIsNotAnsweredWith200AsFailed() {
        status = 503;
        assertThat(run(1)).returns(100L, Ran::failed).returns(0L, Ran::answered);
    }

    @Test
    void chargesAStallToEverybodyWhoWouldHaveCome() {
        stalling = true;
        var ran = run(0);
        assertThat(ran.answered()).isZero();
        assertThat(ran.latencies().getTotalCount()).isEqualTo(100);
    }

    private Ran run(int every) {
        var requests = Requests.get(server.getAddress().getPort(), "/", List.of("a", "b"), "");
        return new OpenLoop(requests, every).run(500, Duration.ofMillis(200));
    }

    private void awaitEndOfStall() {
        try {
            if (stalling) {
                stall.await(1, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
