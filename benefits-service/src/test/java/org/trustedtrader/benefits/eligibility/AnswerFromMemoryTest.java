package org.trustedtrader.benefits.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.decision.InMemoryJournal;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.json.EligibilityJson;
import org.trustedtrader.border.json.JsonBuffer;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.RandomWorld;
import org.trustedtrader.border.test.Step;
import org.trustedtrader.platform.aggregate.Actor;

/** Whatever happens in a world, the answer without objects is to the letter the one with them, and so is its entry. */
class AnswerFromMemoryTest {

    private static final int WORLDS = Integer.getInteger("ttp.worlds", 200);
    private static final long FIRST_SEED = Long.getLong("ttp.seed", 20_261_126);
    private static final Actor ACTOR = new Actor("client:border-windsor", Set.of("border-system"), Optional.empty());
    private static final Lease.Reach EVERYWHERE = new Lease.Reach(Duration.ofDays(36_500), Duration.ofDays(36_500));

    private final InMemoryJournal journal = new InMemoryJournal();
    private final AnswerBuffer buffer = new AnswerBuffer();
    private Instant now = Instant.EPOCH;
    private Duration age = Duration.ZERO;
    private int compared;

    @Test
    void saysWhatTheRulesSayInRandomWorlds() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            walk(RandomWorld.of(seed));
        }
        assertThat(compared).isGreaterThan(WORLDS);
    }

    private void walk(RandomWorld world) {
        var beforeAll = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        var status = BorderStatus.load(new Policies(world.policies()), new InMemoryRevisionStore(), beforeAll);
        var answering = new HashMap<Duration, AnswerFromMemory>();
        int steps = 0;
        for (var step : world.steps()) {
            if (++steps == world.steps().size() / 2) {
                status.policies(new Policies(world.policies().subList(0, 1)));
            }
            switch (step) {
                case Step.Announcement announcement -> status.apply(announcement.revision());
                case Step.Asked asked
                when asked.knownAt() == null ->
                    compare(world.seed(), status, answering, asked.question(), asked.moment());
                default -> {}
            }
        }
    }

    private void compare(
            long seed, BorderStatus status, Map<Duration, AnswerFromMemory> all, Question question, Moment asked) {
        now = asked.askedAt();
        if (question.items().isEmpty() || isBeyondReach(question.at())) {
            return;
        }
        age = asked.statusAge();
        var lease = lease(asked.lease());
        var answering =
                all.computeIfAbsent(asked.lease(), limit -> new AnswerFromMemory(status, lease(limit), journal));
        var moment = lease.now();
        var answer = new EligibilityRules(status.policies()).answer(question, status, moment);

        answering.batch(question, ACTOR, buffer);
        var batch = recorded(question, answer, moment);
        var expected = new JsonBuffer(64);
        EligibilityJson.batch(expected, batch, answer);
        assertThat(buffer.json()).as("-Dttp.seed=%d", seed).hasToString(expected.toString());

        var first = new Question(
                question.at(), question.benefit(), List.of(question.items().getFirst()));
        var firstAnswer = new EligibilityRules(status.policies()).answer(first, status, moment);
        answering.single(first, ACTOR, buffer);
        var single = recorded(first, firstAnswer, moment);
        expected.clear();
        EligibilityJson.single(expected, single, firstAnswer);
        assertThat(buffer.json()).as("-Dttp.seed=%d", seed).hasToString(expected.toString());
        compared++;
    }

    private boolean isBeyondReach(Instant at) {
        return Duration.between(now, at).abs().compareTo(EVERYWHERE.back()) > 0;
    }

    private Lease lease(Duration limit) {
        InstantSource clock = () -> now;
        return new Lease(clock.withZone(ZoneOffset.UTC), () -> age, limit, EVERYWHERE);
    }

    /** @return the decision's id */
    private String recorded(Question question, Answer answer, Moment moment) {
        assertThat(journal.entries).hasSize(1);
        var entry = journal.entries.values().iterator().next();
        assertThat(entry)
                .isEqualTo(
                        new PendingDecision("ELIGIBILITY", ACTOR.id(), moment, question, answer, null).as(entry.id()));
        journal.entries.clear();
        return entry.id();
    }
}
