package org.trustedtrader.bench.border;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trustedtrader.bench.crowd.Answers;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.border.test.QuestionGenerator;

/** One who asks the service now and then, and knows what it should say. */
final class Lane {

    /** Asking oftener would take from the service what it needs to start. */
    private static final Duration SOON = Duration.ofMillis(20);

    private final int port;
    private final String token;
    private final Reference reference;
    private final HttpClient http = HttpClient.newHttpClient();

    Lane(int port, String token, Reference reference) {
        this.port = port;
        this.token = token;
        this.reference = reference;
    }

    byte[] ask(QuestionGenerator.Asked asked) {
        var address = URI.create("http://127.0.0.1:" + port + RunningBorder.PATH + RunningBorder.path(asked));
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new Trouble("the service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    /**
     * Returns when each of these was answered rightly.
     *
     * @param announced every change until then must be in the answers
     */
    void awaitRightAnswers(List<QuestionGenerator.Asked> all, Instant announced, Duration bound) {
        var until = System.nanoTime() + bound.toNanos();
        while (!Ports.answers(port)) {
            waitFor("the service does not listen", until);
        }
        for (var asked : all) {
            for (var faults = faults(asked, announced); !faults.isEmpty(); faults = faults(asked, announced)) {
                waitFor("the service does not come to know its traders: " + faults.getFirst(), until);
            }
        }
    }

    private static void waitFor(String otherwise, long until) {
        if (System.nanoTime() > until) {
            throw new Trouble(otherwise);
        }
        Pause.of(SOON);
    }

    private List<String> faults(QuestionGenerator.Asked asked, Instant announced) {
        try {
            var answers = Answers.read(ask(asked));
            return reference.faults(
                    asked,
                    announced.plus(Reference.LEASE),
                    answers.asOf(),
                    answers.items().getFirst());
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
