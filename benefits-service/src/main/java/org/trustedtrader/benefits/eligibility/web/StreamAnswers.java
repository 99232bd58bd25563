package org.trustedtrader.benefits.eligibility.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.eligibility.AnswerEligibility;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.RequestJsonMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Answers lines in order, a chunk at a time: what was read is answered and written before more is read, so it
 * stops reading from a caller that does not read the answers.
 */
@Component
@EnableConfigurationProperties(StreamProperties.class)
final class StreamAnswers {

    private final AnswerEligibility eligibility;
    private final Lease lease;
    private final StreamProperties settings;
    private final ObjectReader reader;
    private final Clock clock;

    StreamAnswers(
            AnswerEligibility eligibility,
            Lease lease,
            StreamProperties settings,
            RequestJsonMapper mapper,
            Clock clock) {
        this.eligibility = eligibility;
        this.lease = lease;
        this.settings = settings;
        this.reader = mapper.json().readerFor(LineRequest.class);
        this.clock = clock;
    }

    /** Takes what is said to a chunk of lines. */
    interface Sink {
        void write(List<LineView> views) throws IOException;
    }

    /** A line that was read: what it asks, or what is wrong with it. */
    private record Read(
            long line, @Nullable Asked asked, @Nullable LineView refused) {}

    private record Asked(Instant at, @Nullable Benefit benefit, Question.Item item) {

        boolean goesWith(Asked other) {
            return at.equals(other.at) && benefit == other.benefit;
        }
    }

    void answer(LineReader lines, Actor actor, Sink sink) throws IOException {
        var count = 0L;
        var ended = false;
        while (!ended) {
            List<Read> chunk = new ArrayList<>();
            var now = clock.instant();
            do {
                var line = lines.next();
                ended = line == null || count == settings.mostLines();
                if (line != null) {
                    count++;
                    chunk.add(ended ? tooMany(count) : read(count, line, now));
                }
            } while (!ended && chunk.size() < settings.chunk() && lines.hasMore());
            if (!chunk.isEmpty()) {
                sink.write(answers(chunk, actor));
            }
        }
    }

    private Read read(long line, byte[] bytes, Instant now) {
        if (bytes == LineReader.TOO_LONG) {
            return refused(line, "line-too-long", "The line has more than " + settings.longestLine() + " bytes.");
        }
        try {
            LineRequest question = Objects.requireNonNull(reader.readValue(bytes), "null");
            var at = EligibilityController.oneTime(question.asOf(), question.at(), now);
            lease.admit("asOf", at);
            return new Read(line, new Asked(at, question.benefit(), item(question)), null);
        } catch (UnrecognizedPropertyException e) {
            return refused(line, "unknown-field", "Known are scheme, id, asOf (or at) and benefit.");
        } catch (InvalidFormatException e) {
            return refused(line, "unknown-value", "The value of " + path(e) + " is not one that it can have.");
        } catch (Refusal.InvalidInput e) {
            var violation = e.violations().getFirst();
            return refused(line, "invalid-input", violation.field() + " " + violation.message() + ".");
        } catch (JacksonException | NullPointerException e) {
            return refused(line, "malformed-line", "The line is no JSON object with scheme, id, asOf and benefit.");
        }
    }

    private static String path(InvalidFormatException e) {
        return e.getPath().stream()
                .map(reference -> String.valueOf(reference.getPropertyName()))
                .collect(Collectors.joining("."));
    }

    private static Question.Item item(LineRequest question) {
        return EligibilityController.item(new EligibilityController.ItemRequest(question.scheme(), question.id()));
    }

    private Read tooMany(long line) {
        return refused(
                line,
                "too-many-lines",
                "A request may have " + settings.mostLines() + " lines; this one and those after it are not read.");
    }

    private static Read refused(long line, String type, String detail) {
        return new Read(line, null, LineView.refused(line, type, detail));
    }

    /** Neighbours that ask about the same time and benefit are one batch. */
    private List<LineView> answers(List<Read> chunk, Actor actor) {
        List<LineView> views = new ArrayList<>(chunk.size());
        List<Read> batch = new ArrayList<>();
        for (var read : chunk) {
            if (read.refused() != null) {
                answer(batch, actor, views);
                views.add(read.refused());
            } else {
                if (!batch.isEmpty() && !asked(batch.getFirst()).goesWith(asked(read))) {
                    answer(batch, actor, views);
                }
                batch.add(read);
            }
        }
        answer(batch, actor, views);
        return views;
    }

    private void answer(List<Read> batch, Actor actor, List<LineView> views) {
        if (batch.isEmpty()) {
            return;
        }
        var first = asked(batch.getFirst());
        var items = batch.stream().map(read -> asked(read).item()).toList();
        var entry = eligibility.answer(new Question(first.at(), first.benefit(), items), actor);
        var answer = (Answer) entry.answer();
        for (int i = 0; i < batch.size(); i++) {
            views.add(LineView.of(
                    batch.get(i).line(), entry.id(), answer, answer.answers().get(i)));
        }
        batch.clear();
    }

    private static Asked asked(Read read) {
        return Objects.requireNonNull(read.asked());
    }

    /** A line of a stream as it is asked. Like an item of a batch, with a time and benefit of its own. */
    record LineRequest(
            @Nullable String scheme,
            @Nullable String id,
            @Nullable Instant asOf,
            @Nullable Instant at,
            @Nullable Benefit benefit) {}
}
