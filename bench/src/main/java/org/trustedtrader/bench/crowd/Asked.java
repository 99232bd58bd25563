package org.trustedtrader.bench.crowd;

import org.trustedtrader.border.eligibility.Question;

/** A question of one item, and whom it is about. */
public record Asked(int trader, Question.Item item) {

    public static Asked next(Crowd crowd, Keys keys) {
        var trader = keys.next();
        return new Asked(trader, crowd.item(trader, keys.choice()));
    }
}
