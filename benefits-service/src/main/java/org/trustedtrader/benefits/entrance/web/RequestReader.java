package org.trustedtrader.benefits.entrance.web;

import static org.trustedtrader.benefits.entrance.web.BatchReader.require;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.crossing.web.CrossingReader;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.eligibility.AnswerBuffer;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.CrossingJson;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.platform.aggregate.Actor;

/** Makes a question of a request, and knows whether its answer may keep a thread waiting. */
final class RequestReader {

    /** An event loop serves many callers, and answers no more than that many items in one go. */
    private static final int FEW_ITEMS = 128;

    private static final int SMALL_BODY = 16_384;
    private static final Set<String> ACCEPTED = Set.of("*/*", "application/json");
    private static final Set<String> JSON = Set.of("application/json", "application/json;charset=utf-8");

    private final AnswerFromMemory eligibility;
    private final DecideCrossing crossings;
    private final CrossingReader crossingReader;
    private final Clock clock;
    private final boolean journalWaits;
    private final BatchReader batches = new BatchReader();

    RequestReader(
            AnswerFromMemory eligibility,
            DecideCrossing crossings,
            CrossingReader crossingReader,
            Journal journal,
            Clock clock) {
        this.eligibility = eligibility;
        this.crossings = crossings;
        this.crossingReader = crossingReader;
        this.clock = clock;
        this.journalWaits = journal.waits();
    }

    /**
     * A request that has arrived whole.
     *
     * @param length how many bytes of {@code body} belong to it
     */
    record WholeRequest(
            io.netty.handler.codec.http.HttpMethod method,
            String uri,
            RequestTarget target,
            HttpHeaders headers,
            byte[] body,
            int length) {

        /** Whether reading it takes so long that an event loop should not. */
        boolean isLong() {
            return length > SMALL_BODY;
        }
    }

    /** A question that only needs to be answered. */
    record Work(boolean mayWait, Answering answering) {

        /** Writes the answer to the draft, as JSON. */
        void answer(Actor actor, AnswerBuffer buffer) {
            answering.answer(actor, buffer);
        }
    }

    @FunctionalInterface
    interface Answering {
        void answer(Actor actor, AnswerBuffer buffer);
    }

    /** @throws BatchReader.UnusualException if the ordinary chain is to answer it, or to say why not */
    Work read(WholeRequest request) {
        var accept = request.headers().get(HttpHeaderNames.ACCEPT);
        require(accept == null || ACCEPTED.contains(accept));
        return switch (request.target().kind()) {
            case SINGLE -> single(request);
            case BATCH -> batch(request);
            case CROSSING -> crossing(request);
            case UNUSUAL, ELSEWHERE, MALFORMED -> throw new IllegalStateException("Not a request of the entrance.");
        };
    }

    private Work single(WholeRequest request) {
        require(request.length() == 0);
        Instant asOf = null;
        Benefit benefit = null;
        var query = request.target().query();
        if (!query.isEmpty()) {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                require(equals > 0);
                var value = part.substring(equals + 1);
                switch (part.substring(0, equals)) {
                    case "asOf", "at" -> {
                        require(asOf == null);
                        asOf = BatchReader.time(value);
                    }
                    case "benefit" -> {
                        require(benefit == null);
                        benefit = BatchReader.benefit(value);
                    }
                    default -> require(false);
                }
            }
        }
        var item = new Question.Item(request.target().scheme(), request.target().id());
        var question = new Question(orNow(asOf), benefit, List.of(item));
        return new Work(mayWait(asOf), (actor, buffer) -> eligibility.single(question, actor, buffer));
    }

    private Work batch(WholeRequest request) {
        requireJson(request.headers());
        var batch = batches.read(request.body(), request.length());
        var question = new Question(orNow(batch.asOf()), batch.benefit(), batch.items());
        return new Work(
                mayWait(batch.asOf()) || batch.items().size() > FEW_ITEMS,
                (actor, buffer) -> eligibility.batch(question, actor, buffer));
    }

    private Work crossing(WholeRequest request) {
        requireJson(request.headers());
        var crossing = crossingReader.read(request.body(), request.length());
        require(crossing != null);
        return new Work(mayWait(crossing.at()) || crossing.importers().size() > FEW_ITEMS, (actor, buffer) -> {
            var entry = crossings.decide(crossing, actor);
            buffer.clear();
            CrossingJson.decision(buffer.json(), entry.id(), (CrossingAnswer) entry.answer(), entry.examination());
        });
    }

    /** Memory reaches back no further than a trader's last change, which may have been a moment ago; then history is read. */
    private boolean mayWait(@Nullable Instant asOf) {
        return journalWaits || (asOf != null && asOf.isBefore(clock.instant()));
    }

    private Instant orNow(@Nullable Instant asOf) {
        return asOf == null ? clock.instant() : asOf;
    }

    private static void requireJson(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        require(type != null && JSON.contains(type.replace(" ", "").toLowerCase(Locale.ROOT)));
    }
}
