package org.trustedtrader.benefits.lane.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.eligibility.AnswerFromMemory;
import org.trustedtrader.benefits.eligibility.Draft;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.CrossingJson;
import org.trustedtrader.platform.aggregate.Actor;

/** Makes a question of a plain request, and knows whether its answer may keep a thread waiting. */
final class Questions {

    /** An event loop serves many callers, and answers no more than that many items in one go. */
    private static final int FEW_ITEMS = 128;

    private static final int SMALL_BODY = 16_384;

    private static final Set<String> ANY_ACCEPTED = Set.of("*/*", "application/json");
    private static final Set<String> JSON = Set.of("application/json", "application/json;charset=utf-8");

    private final AnswerFromMemory eligibility;
    private final DecideCrossing crossings;
    private final Clock clock;
    private final boolean journalWaits;
    private final PlainBodies bodies = new PlainBodies();

    Questions(AnswerFromMemory eligibility, DecideCrossing crossings, Journal journal, Clock clock) {
        this.eligibility = eligibility;
        this.crossings = crossings;
        this.clock = clock;
        this.journalWaits = journal.waits();
    }

    /** A question that only needs to be answered; writes the answer as JSON. */
    interface Work {
        void answer(Actor actor, Draft draft);

        /** Whether it may not be done on an event loop. */
        boolean mayWait();
    }

    private record Step(boolean mayWait, Answering answering) implements Work {
        @Override
        public void answer(Actor actor, Draft draft) {
            answering.answer(actor, draft);
        }
    }

    @FunctionalInterface
    private interface Answering {
        void answer(Actor actor, Draft draft);
    }

    /** Whether reading it takes so long that an event loop should not. */
    static boolean isLong(Asked asked) {
        return asked.length() > SMALL_BODY;
    }

    /** @throws NotPlain if the standard chain is to answer it, or to say why not */
    Work of(Asked asked) {
        var headers = asked.headers();
        if (!accepts(headers.get(HttpHeaderNames.ACCEPT))) {
            throw NotPlain.REQUEST;
        }
        return switch (asked.address().kind()) {
            case SINGLE -> single(asked);
            case BATCH -> batch(withBody(asked));
            case CROSSING -> crossing(withBody(asked));
            case UNUSUAL, ELSEWHERE, MALFORMED -> throw NotPlain.REQUEST;
        };
    }

    /** A question about now, which nothing can be wrong with any more. */
    Work single(PlainGet get) {
        var question = new Question(clock.instant(), null, List.of(new Question.Item(get.scheme(), get.id())));
        return new Step(journalWaits, (actor, draft) -> eligibility.single(question, actor, draft));
    }

    private Work single(Asked asked) {
        if (asked.length() > 0) {
            throw NotPlain.REQUEST;
        }
        var query = PlainText.Query.of(asked.address().query());
        var item = new Question.Item(asked.address().scheme(), asked.address().id());
        var question = new Question(orNow(query.at()), query.benefit(), List.of(item));
        return new Step(mayWait(query.at()), (actor, draft) -> eligibility.single(question, actor, draft));
    }

    private Work batch(Asked asked) {
        var batch = bodies.batch(asked.body(), asked.length());
        var question = new Question(orNow(batch.at()), batch.benefit(), batch.items());
        return new Step(
                mayWait(batch.at()) || batch.items().size() > FEW_ITEMS,
                (actor, draft) -> eligibility.batch(question, actor, draft));
    }

    private Work crossing(Asked asked) {
        var crossing = bodies.crossing(asked.body(), asked.length());
        return new Step(mayWait(crossing.at()) || crossing.importers().size() > FEW_ITEMS, (actor, draft) -> {
            var entry = crossings.decide(crossing, actor);
            draft.clear();
            CrossingJson.decision(draft.json(), entry.id(), (CrossingAnswer) entry.answer(), entry.examination());
        });
    }

    /** Memory reaches back no further than a trader's last change, which may have been a moment ago; then history is read. */
    private boolean mayWait(@Nullable Instant at) {
        return journalWaits || (at != null && at.isBefore(clock.instant()));
    }

    private Instant orNow(@Nullable Instant at) {
        return at == null ? clock.instant() : at;
    }

    private static Asked withBody(Asked asked) {
        if (!isJson(asked.headers())) {
            throw NotPlain.REQUEST;
        }
        return asked;
    }

    private static boolean isJson(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && JSON.contains(type.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private static boolean accepts(@Nullable String accept) {
        return accept == null || ANY_ACCEPTED.contains(accept);
    }
}
