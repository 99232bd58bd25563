package org.trustedtrader.border.memory;

import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;

/**
 * A memory as flat arrays and the few things beside them, for whoever keeps it on disk. Taken while changes go on, so that it
 * holds everything that was put before it was begun and perhaps some of what came later: whoever reads it back takes in
 * again what came since the beginning.
 *
 * @param rowOf    the row of each trader, or -1 for one among the states
 * @param rows     five numbers a row
 * @param disputes the traders that claim an identifier which is not one trader's all the time
 * @param cards    stored versions of drivers' cards
 */
public record MemoryImage(
        Index narrow,
        Index wide,
        int[] rowOf,
        long[] rows,
        List<Profile> profiles,
        Map<Integer, TraderState> states,
        Map<Identifier, int[]> disputes,
        List<Known> cards) {

    /** An index of identifiers: three arrays of the same length, of which the second is empty for the narrow one. */
    public record Index(long[] keys, int[] seconds, int[] values) {

        static Index copyOf(IdentifierIndex.Table table) {
            var slots = table.keys().length;
            var keys = new long[slots];
            var values = new int[slots];
            for (int i = 0; i < slots; i++) {
                keys[i] = IdentifierIndex.keyAt(table, i);
                values[i] = keys[i] == IdentifierKey.NONE ? IdentifierIndex.ABSENT : table.values()[i];
            }
            return new Index(keys, table.seconds().clone(), values);
        }

        IdentifierIndex.Table table() {
            return new IdentifierIndex.Table(keys, seconds, values);
        }
    }
}
