package org.trustedtrader.border.client;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.test.TraderFixtures;

/** The question of the tests: whether the carrier may use the FAST lane. */
final class CarrierQuestion {

    private CarrierQuestion() {}

    static Question aboutTheCarrier(Instant at) {
        return new Question(
                at, Benefit.FAST_LANE, List.of(new Question.Item("CARRIER_CODE", TraderFixtures.CARRIER_CODE)));
    }

    static Outcome outcome(Answer answer) {
        return answer.answers().getFirst().outcome();
    }
}
