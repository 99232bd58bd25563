package org.trustedtrader.benefits.eligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.json.EligibilityJson;
import org.trustedtrader.border.json.JsonBuffer;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what the views say. */
class EligibilityJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] TEXTS = {"", "77YY", "é\u2603", "a\"b\\c", "\t\u0001", "x".repeat(65) + "…", "/"};

    private final Random random = new Random(8);
    private final JsonBuffer out = new JsonBuffer(16);

    @Test
    void aSingleAnswerIsThatOfTheView() {
        for (int i = 0; i < 20_000; i++) {
            var entry = entry(1);
            out.clear();
            EligibilityJson.single(out, entry.id(), (Answer) entry.answer());
            assertThat(out).hasToString(JSON.writeValueAsString(SingleView.of(entry)));
        }
    }

    @Test
    void aBatchIsThatOfTheView() {
        for (int i = 0; i < 5_000; i++) {
            var entry = entry(1 + random.nextInt(20));
            out.clear();
            EligibilityJson.batch(out, entry.id(), (Answer) entry.answer());
            assertThat(out).hasToString(JSON.writeValueAsString(BatchView.of(entry)));
        }
    }

    private JournalEntry entry(int size) {
        var items = new ArrayList<Answer.ItemAnswer>();
        for (int i = 0; i < size; i++) {
            items.add(item());
        }
        var at = time();
        var answer = new Answer(at, time(), random.nextLong(1_000_000), "2026-" + text(), items);
        var moment = new Moment(at, Duration.ZERO, Duration.ofMinutes(1));
        return new JournalEntry(
                "id-" + random.nextInt(), "ELIGIBILITY", "a", moment, new Question(at, null, List.of()), answer, null);
    }

    private Answer.ItemAnswer item() {
        var benefits = new ArrayList<Answer.BenefitOutcome>();
        for (var benefit : Benefit.values()) {
            if (random.nextBoolean()) {
                benefits.add(new Answer.BenefitOutcome(benefit, outcome(), reasons()));
            }
        }
        return new Answer.ItemAnswer(text(), text(), outcome(), reasons(), benefits, versions());
    }

    private Map<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        for (int i = random.nextInt(4); i > 0; i--) {
            versions.put("membership/" + text() + i, random.nextLong(1L << random.nextInt(1, 62)));
        }
        return versions;
    }

    private List<Reason> reasons() {
        return Reasons.list(
                random.nextLong() & random.nextLong() & random.nextLong() & ((1L << Reason.values().length) - 1));
    }

    private Outcome outcome() {
        return Outcome.values()[random.nextInt(3)];
    }

    private Instant time() {
        return Instant.ofEpochSecond(
                random.nextLong(4_000_000_000L), random.nextBoolean() ? 0 : random.nextInt(1_000) * 1_000_000);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
