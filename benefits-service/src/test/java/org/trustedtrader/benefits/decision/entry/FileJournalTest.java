package org.trustedtrader.benefits.decision.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.log.AppendLog;
import org.trustedtrader.benefits.decision.log.InMemoryBlockStore;
import org.trustedtrader.benefits.decision.log.LogProperties;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;

class FileJournalTest {

    @TempDir
    private Path folder;

    private final InMemoryBlockStore blocks = new InMemoryBlockStore();

    @Test
    void whatFailsHalfWrittenDoesNotHoldUpWhatComesAfterIt() throws IOException {
        var settings =
                new LogProperties(folder, 1 << 20, 1L << 24, 1 << 14, Duration.ofSeconds(1), Duration.ofMinutes(10));
        try (var log = AppendLog.open(settings, blocks, Clock.fixed(MONDAY, ZoneOffset.UTC))) {
            var journal = new FileJournal(log);
            var failing = spy(decision());
            doThrow(new StackOverflowError()).when(failing).as(anyString());

            assertThatThrownBy(() -> journal.append(failing)).isInstanceOf(StackOverflowError.class);
            var first = journal.append(decision());
            assertThatThrownBy(() -> journal.append(new byte[3], 100)).isInstanceOf(IndexOutOfBoundsException.class);
            var second = journal.append(decision());

            log.ship();
            assertThat(blocks.records()).isEqualTo(2);
            assertThat(journal.find(first.id())).contains(first);
            assertThat(journal.find(second.id())).contains(second);
        }
    }

    private static PendingDecision decision() {
        var memory = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
        var moment = new Moment(MONDAY, Duration.ZERO, Duration.ofSeconds(60));
        var question = new Question(MONDAY, null, List.of(new Question.Item("BN9", "555666773")));
        var answer = new EligibilityRules(TestPolicies.shipped()).answer(question, memory, moment);
        return new PendingDecision("ELIGIBILITY", "client:x", moment, question, answer, null);
    }
}
