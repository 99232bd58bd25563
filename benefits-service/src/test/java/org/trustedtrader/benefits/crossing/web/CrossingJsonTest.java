package org.trustedtrader.benefits.crossing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.examination.Examination;
import org.trustedtrader.border.json.CrossingJson;
import org.trustedtrader.border.json.JsonBuffer;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what the view says. */
class CrossingJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] IDENTIFIERS = {"77YY", "987654324RM0001", "é\"\\", ""};

    private final Random random = new Random(15);

    @Test
    void aDecisionIsThatOfTheView() {
        var out = new JsonBuffer(16);
        for (int i = 0; i < 20_000; i++) {
            var entry = entry();
            out.clear();
            CrossingJson.decision(out, entry.id(), (CrossingAnswer) entry.answer(), entry.examination());
            assertThat(out).hasToString(JSON.writeValueAsString(DecisionView.of(entry)));
        }
    }

    private JournalEntry entry() {
        var benefits = new ArrayList<CrossingAnswer.BenefitFindings>();
        for (var benefit : Benefit.values()) {
            benefits.add(new CrossingAnswer.BenefitFindings(benefit, any(Outcome.values()), findings()));
        }
        var at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        var versions = Map.of("membership/m-" + random.nextInt(), random.nextLong(1_000));
        var answer = new CrossingAnswer(
                any(Lane.values()), benefits, versions, "v", at, at.plusMillis(7), random.nextInt(9));
        var moment = new Moment(at, Duration.ZERO, Duration.ofMinutes(1));
        var examination = random.nextInt(4) == 0
                ? null
                : new Examination(
                        random.nextBoolean(),
                        random.nextInt(101) / 100.0,
                        random.nextBoolean() ? null : any(Tier.values()),
                        "key \"" + random.nextInt());
        return new JournalEntry("id", "CROSSING", "a", moment, new Question(at, null, List.of()), answer, examination);
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var identifier = random.nextInt(4) == 0 ? null : any(IDENTIFIERS);
            findings.add(new Finding(any(Reason.values()), any(Finding.About.values()), identifier));
        }
        return findings;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
