package org.trustedtrader.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

class MemoryAgainstReferenceTest {

    private static final int TRADERS = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final World world = new World(1, TRADERS, 0);
    private final Changes changes = new Changes(world);
    private final Reference reference = new Reference(world, changes, Shipped.policy());
    private final Memory memory = Memory.of(world, Shipped.policies());
    private final QuestionGenerator asker = new QuestionGenerator(world, 5, new QuestionGenerator.Shares(0, 0, 0, 0));
    private final Instant at = Instant.now().plus(Duration.ofDays(1));

    @Test
    void findsNoFaultWithTheEngineAlsoAfterChanges() {
        changes.tell(change -> memory.apply(change.revision()));
        for (int i = 0; i < TRADERS; i++) {
            changes.one();
            var asked = asker.next();
            assertThat(reference.faults(asked, Instant.now(), at, answer(asked)))
                    .isEmpty();
        }
    }

    @Test
    void findsAnAnswerThatIsNotWhatTheVersionsItNamesSay() {
        for (int i = 0; i < 100; i++) {
            var asked = asker.next();
            var right = answer(asked);
            var opposite = right.outcome() == Outcome.ELIGIBLE ? Outcome.INELIGIBLE : Outcome.ELIGIBLE;
            assertThat(faults(asked, with(right, opposite, right.versions()))).hasSize(1);
            assertThat(faults(asked, with(right, right.outcome(), Map.of()))).isNotEmpty();
        }
    }

    @Test
    void findsAnAnswerThatLacksAChangeOlderThanTheLease() {
        for (int i = 0; i < TRADERS * 20; i++) {
            changes.one();
        }
        var asked = asker.next();
        var old = answer(asked);
        assertThat(changes.of(asked.trader())).isNotEmpty();
        assertThat(reference.faults(asked, Instant.now(), at, old)).isEmpty();
        assertThat(reference.faults(asked, Instant.now().plus(LEASE).plusSeconds(1), at, old))
                .isNotEmpty();
    }

    private List<String> faults(QuestionGenerator.Asked asked, Answer.ItemAnswer answer) {
        return reference.faults(asked, Instant.now(), at, answer);
    }

    private static Answer.ItemAnswer with(Answer.ItemAnswer answer, Outcome outcome, Map<String, Long> versions) {
        return new Answer.ItemAnswer(
                answer.scheme(), answer.id(), outcome, answer.reasons(), answer.benefits(), versions);
    }

    private Answer.ItemAnswer answer(QuestionGenerator.Asked asked) {
        return new EligibilityRules(Shipped.policies())
                .answer(
                        new Question(at, null, List.of(asked.item())),
                        memory.status(),
                        new Moment(at, Duration.ZERO, LEASE))
                .answers()
                .getFirst();
    }
}
