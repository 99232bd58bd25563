package org.trustedtrader.bench.crowd;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.trader.Known;

/** Synthetic traders, the same for the same seed; trader number {@code i} is worked out whenever it is asked for. */
public interface Crowd {

    int size();

    /** All that is known of a trader when the run begins: its company, then its memberships. */
    List<Known> states(int trader);

    /** @param nth from 1: the change of that trader's first membership that follows all earlier ones */
    Known change(int trader, int nth, Instant at);

    /** @param choice any number; most choices are what border systems know a trader by */
    Question.Item item(int trader, int choice);
}
