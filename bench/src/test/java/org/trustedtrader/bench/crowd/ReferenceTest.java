package org.trustedtrader.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.bench.engine.Memory;
import org.trustedtrader.bench.engine.Shipped;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;

class ReferenceTest {

    private static final int SIZE = 2_000;

    private final Crowd crowd = new SeededCrowd(1, SIZE);
    private final Changes changes = new Changes(crowd);
    private final Reference reference = new Reference(crowd, changes, Shipped.policies());
    private final Memory memory = Memory.of(crowd, Shipped.policies());
    private final Keys keys = new Keys(Keys.Law.UNIFORM, SIZE, 5);

    @Test
    void findsNoFaultWithTheEngineAlsoAfterChanges() {
        changes.tell(change -> memory.takeIn(change.known()));
        for (int i = 0; i < SIZE; i++) {
            changes.one();
            var asked = Asked.next(crowd, keys);
            var now = Instant.now();
            assertThat(reference.faults(asked, now, now, answer(asked, now))).isEmpty();
        }
    }

    @Test
    void findsAnAnswerThatGrantsMoreThanTheVersionsItNames() {
        for (int i = 0; i < 100; i++) {
            var asked = Asked.next(crowd, keys);
            var now = Instant.now();
            var right = answer(asked, now);
            var wrong = new Answer.ItemAnswer(
                    right.scheme(),
                    right.id(),
                    right.outcome() == Outcome.ELIGIBLE ? Outcome.INELIGIBLE : Outcome.ELIGIBLE,
                    right.reasons(),
                    right.benefits(),
                    right.versions());
            assertThat(reference.faults(asked, now, now, wrong)).hasSize(1);
            var nobody = new Answer.ItemAnswer(
                    right.scheme(), right.id(), right.outcome(), List.of(), right.benefits(), Map.of());
            assertThat(reference.faults(asked, now, now, nobody)).isNotEmpty();
        }
    }

    @Test
    void findsAnAnswerThatLacksAChangeOlderThanTheLease() {
        for (int i = 0; i < SIZE * 20; i++) {
            changes.one();
        }
        var asked = Asked.next(crowd, keys);
        var now = Instant.now();
        var late = now.plus(Reference.LEASE).plus(Duration.ofSeconds(1));
        var old = answer(asked, now);
        assertThat(changes.of(asked.trader())).isNotEmpty();
        assertThat(reference.faults(asked, now, now, old)).isEmpty();
        assertThat(reference.faults(asked, late, now, old)).isNotEmpty();
    }

    @Test
    void everyTraderHasItsOwnIdentifiers() {
        var seen = new HashSet<Object>();
        for (int trader = 0; trader < SIZE; trader++) {
            assertThat(seen.add(crowd.item(trader, 1))).isTrue();
        }
    }

    private Answer.ItemAnswer answer(Asked asked, Instant at) {
        return new EligibilityRules(Shipped.policies())
                .answer(
                        new Question(at, null, List.of(asked.item())),
                        memory.status(),
                        new Moment(at, Duration.ZERO, Reference.LEASE))
                .answers()
                .getFirst();
    }
}
