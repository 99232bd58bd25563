package org.trustedtrader.benefits.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.entry.FileJournal;
import org.trustedtrader.benefits.decision.log.AppendLog;
import org.trustedtrader.benefits.decision.log.InMemoryBlockStore;
import org.trustedtrader.benefits.decision.log.LogProperties;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.examination.ExaminationKey;
import org.trustedtrader.border.examination.RandomSelection;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.platform.refusal.Refusal;

class ExaminationCountsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-12-07");
    private static final ExaminationKey KEY = new ExaminationKey("1", "a-secret-of-the-tests");

    @TempDir
    private Path folder;

    private final BorderStatus memory =
            BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
    private final InMemoryBlockStore blocks = new InMemoryBlockStore();

    @Test
    void everyDrawIsCountedOnceOnItsDayForItsTier() throws IOException {
        try (var log = open()) {
            var journal = new FileJournal(log);
            long some = ask(journal, MONDAY, Tier.II, 0.5, 300);
            ask(journal, MONDAY, Tier.II, 1, 20);
            long others = ask(journal, MONDAY, null, 0.1, 400);
            ask(journal, TUESDAY, Tier.II, 0, 50);
            askEligibility(journal);
            blocks.losesOneAnswer();
            assertThatThrownBy(log::ship).isInstanceOf(IllegalStateException.class);

            var report = rates(log).between(FIRST, FIRST.plusDays(1));

            assertThat(report.days())
                    .containsExactly(
                            new ReadExaminationRates.Achieved(FIRST, null, 400, others, 0.1),
                            new ReadExaminationRates.Achieved(FIRST, Tier.II, 320, some + 20, (150.0 + 20) / 320),
                            new ReadExaminationRates.Achieved(FIRST.plusDays(1), Tier.II, 50, 0, 0));
            assertThat(report.total())
                    .containsExactly(
                            new ReadExaminationRates.Achieved(null, null, 400, others, 0.1),
                            new ReadExaminationRates.Achieved(null, Tier.II, 370, some + 20, (150.0 + 20) / 370));
            assertThat(rates(log).between(FIRST, FIRST).days()).hasSize(2);
            assertThat(rates(log).between(FIRST, FIRST.plusDays(1))).isEqualTo(report);
            assertThat(blocks.blocks()).isGreaterThan(3);
        }
    }

    @Test
    void refusesDaysThatNobodyCanMean() throws IOException {
        try (var log = open()) {
            assertThatThrownBy(() -> rates(log).between(FIRST, FIRST.minusDays(1)))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThatThrownBy(() -> rates(log).between(LocalDate.MIN, LocalDate.MIN))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThatThrownBy(() -> rates(log).between(LocalDate.MAX, LocalDate.MAX))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThatThrownBy(() -> rates(log).between(FIRST, FIRST.plusDays(366)))
                    .isInstanceOf(Refusal.InvalidInput.class);
            assertThat(rates(log).between(FIRST, FIRST.plusDays(365)).total()).isEmpty();
        }
    }

    private long ask(FileJournal journal, Instant when, @Nullable Tier tier, double rate, int times) {
        var moment = new Moment(when, Duration.ofMillis(5), Duration.ofSeconds(60));
        var crossing = new CrossingFixtures().crossing();
        var answer = new CrossingRules(TestPolicies.shipped()).decide(crossing, memory, moment);
        long selected = 0;
        for (int i = 0; i < times; i++) {
            var entry = journal.append(new PendingDecision(
                    "CROSSING", "client:x", moment, crossing, answer, new RandomSelection(KEY, rate, tier)));
            assertThat(journal.find(entry.id())).contains(entry);
            selected += entry.examination().selected() ? 1 : 0;
        }
        return selected;
    }

    private void askEligibility(FileJournal journal) {
        var moment = new Moment(MONDAY, Duration.ZERO, Duration.ofSeconds(60));
        var question = new Question(MONDAY, null, List.of(new Question.Item("BN9", "555666773")));
        var answer = new EligibilityRules(TestPolicies.shipped()).answer(question, memory, moment);
        journal.append(new PendingDecision("ELIGIBILITY", "client:x", moment, question, answer, null));
    }

    private AppendLog open() throws IOException {
        var settings =
                new LogProperties(folder, 1 << 20, 1L << 24, 1 << 14, Duration.ofSeconds(1), Duration.ofMinutes(10));
        return AppendLog.open(settings, blocks, Clock.fixed(TUESDAY, ZoneOffset.UTC));
    }

    private ReadExaminationRates rates(AppendLog log) {
        return new ReadExaminationRates(new ShippedTallies(), log::ship, Clock.systemUTC());
    }

    private final class ShippedTallies implements Tallies {

        @Override
        public List<Tally> between(LocalDate from, LocalDate to) {
            return blocks.kept.values().stream()
                    .flatMap(run -> run.values().stream())
                    .flatMap(block -> Tally.of(block).stream())
                    .filter(tally -> !tally.day().isBefore(from) && !tally.day().isAfter(to))
                    .toList();
        }

        @Override
        public Optional<Instant> completeUntil() {
            return blocks.runs.values().stream().min(Instant::compareTo);
        }
    }
}
