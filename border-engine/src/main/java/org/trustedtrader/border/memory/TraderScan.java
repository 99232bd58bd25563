package org.trustedtrader.border.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.Identifier;

/** Visits all traders at a low rate. A trader that changes meanwhile is visited in the old or in the new state. */
final class TraderScan {

    /** Each lot takes one scan of the index, and a list for each trader meanwhile. */
    private static final int REPLAYED_AT_ONCE = 1 << 16;

    private final Traders traders;
    private final ClaimIndex claims;
    private final Profiles profiles;

    TraderScan(Traders traders, ClaimIndex claims, Profiles profiles) {
        this.traders = traders;
        this.claims = claims;
        this.profiles = profiles;
    }

    /** How many traders have which profile at that time, leaving out those of whom memory knows nothing then. */
    Map<Profile, Long> profilesAt(long millis) {
        Map<Profile, Long> counts = new HashMap<>();
        var row = new TraderRow();
        for (int trader = 0; trader < traders.count(); trader++) {
            var profile = profileAt(trader, row, millis);
            if (profile != null) {
                counts.merge(profile, 1L, Long::sum);
            }
        }
        return counts;
    }

    private @Nullable Profile profileAt(int trader, TraderRow row, long millis) {
        while (true) {
            if (traders.read(trader, row)) {
                return millis < row.from ? null : profiles.profile(row.profile);
            }
            var state = traders.state(trader);
            if (state != null) {
                return state.beginsAfter(millis) ? null : state.at(millis).profile();
            }
        }
    }

    /** The companies of whom a status counts, now or later, that was not understood, is not stored or follows a gap. */
    List<String> unsettled() {
        var unsettled = new ArrayList<String>();
        var row = new TraderRow();
        for (int trader = 0; trader < traders.count(); trader++) {
            if (traders.read(trader, row)) {
                if (!profiles.profile(row.profile).isSettled()) {
                    unsettled.add(row.bn9());
                }
            } else {
                var state = traders.state(trader);
                if (state != null && !state.isSettled()) {
                    unsettled.add(state.bn9());
                }
            }
        }
        return unsettled;
    }

    void replay(StatusListener all) {
        var known = traders.count();
        for (int from = 0; from < known; from += REPLAYED_AT_ONCE) {
            replay(from, Math.min(known, from + REPLAYED_AT_ONCE), all);
        }
    }

    /** The claims are read before the rows: a row holds at least those that were there before it. */
    private void replay(int from, int to, StatusListener all) {
        var lists = IntStream.range(from, to)
                .mapToObj(_ -> new ArrayList<Identifier>(4))
                .toList();
        claims.forEach((first, second, trader) -> {
            if (trader >= from && trader < to) {
                lists.get(trader - from).add(IdentifierKey.identifier(first, second));
            }
        });
        for (int trader = from; trader < to; trader++) {
            all.changed(state(trader, lists.get(trader - from)));
        }
    }

    private TraderState state(int trader, List<Identifier> claimed) {
        while (true) {
            var row = new TraderRow();
            if (traders.read(trader, row)) {
                return row.state(profiles, claimed);
            }
            var state = traders.state(trader);
            if (state != null) {
                return state;
            }
        }
    }
}
