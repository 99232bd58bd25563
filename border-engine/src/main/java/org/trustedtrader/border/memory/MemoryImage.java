package org.trustedtrader.border.memory;

import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;

/**
 * A memory as flat arrays and the few things beside them, for a snapshot on disk. Taken while changes go on, so that it
 * holds everything that was put before it was begun and perhaps some of what came later: a reader of the image takes in
 * again what came since the beginning.
 *
 * @param narrow   the index of identifiers of which one number tells all
 * @param wide     the index of the others
 * @param rowOf    the row of each trader, or -1 for one among the states
 * @param rows     five numbers a row
 * @param disputes the traders that claim an identifier which is not one trader's all the time
 * @param cards    stored versions of drivers' cards
 */
public record MemoryImage(
        int[] narrow,
        int[] wide,
        int[] rowOf,
        long[] rows,
        List<Profile> profiles,
        Map<Integer, TraderState> states,
        Map<Identifier, int[]> disputes,
        List<Revision> cards) {}
