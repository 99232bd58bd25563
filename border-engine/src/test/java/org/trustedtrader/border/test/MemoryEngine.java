package org.trustedtrader.border.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.trader.Revision;

/** The engine over its memory in one of its modes. */
final class MemoryEngine implements Engine {

    /** How it is asked. */
    enum MemoryMode implements Factory {
        /** As it is. */
        BATCH,
        /** Each item of a question alone. */
        SINGLE,
        /** After a restart before every question. */
        RESTARTED,
        /** After a restart from a snapshot before every question. */
        SNAPSHOT,
        /** After all of it has happened, so that rows tell the end and history the rest. */
        AFTERWARDS;

        @Override
        public Engine under(Policies policies) {
            return new MemoryEngine(this, policies);
        }
    }

    /** Before all that happens in a world, so that the whole of it lies in memory. */
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final Clock LATE = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final MemoryMode mode;
    private final Policies policies;
    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final BorderStatus memory;

    private MemoryEngine(MemoryMode mode, Policies policies) {
        this.mode = mode;
        this.policies = policies;
        this.memory = BorderStatus.load(policies, store, mode == MemoryMode.AFTERWARDS ? LATE : CLOCK);
    }

    @Override
    public void apply(Revision revision) {
        memory.apply(revision);
    }

    @Override
    public Answer answer(Question question, Moment moment) {
        return answer(question, status(), moment);
    }

    @Override
    public CrossingAnswer decide(Crossing crossing, Moment moment) {
        return new CrossingRules(policies).decide(crossing, status(), moment);
    }

    @Override
    public Optional<Engine> knownAt(Instant time) {
        var then = memory.asKnownAt(time);
        return Optional.of(new Engine() {
            @Override
            public void apply(Revision revision) {
                throw new IllegalStateException("The past does not change.");
            }

            @Override
            public Answer answer(Question question, Moment moment) {
                return MemoryEngine.this.answer(question, then, moment);
            }

            @Override
            public CrossingAnswer decide(Crossing crossing, Moment moment) {
                return new CrossingRules(policies).decide(crossing, then, moment);
            }
        });
    }

    private Status status() {
        return switch (mode) {
            case RESTARTED -> BorderStatus.load(policies, store, CLOCK);
            case SNAPSHOT -> fromSnapshot();
            default -> memory;
        };
    }

    private BorderStatus fromSnapshot() {
        try {
            var path = Files.createTempFile("border", ".snapshot");
            var file = new SnapshotFile(path);
            file.write(new SnapshotFile.Content(
                    store.name(), Map.of(), memory.memory().image()));
            var image = file.read().orElseThrow().image();
            Files.delete(path);
            return BorderStatus.resume(image, policies, store, CLOCK, PartnerStatus.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(Question question, Status status, Moment moment) {
        var rules = new EligibilityRules(policies);
        if (mode != MemoryMode.SINGLE || question.items().isEmpty()) {
            return rules.answer(question, status, moment);
        }
        List<Answer.ItemAnswer> items = new ArrayList<>();
        var until = Instant.MAX;
        var last = rules.answer(question, status, moment);
        for (var item : question.items()) {
            var one = new Question(question.at(), question.benefit(), List.of(item));
            last = rules.answer(one, status, moment);
            items.addAll(last.answers());
            until = last.validUntil().isBefore(until) ? last.validUntil() : until;
        }
        return new Answer(last.asOf(), until, last.statusAgeMillis(), last.policyVersion(), items);
    }
}
