package org.trustedtrader.border.test;

import static org.trustedtrader.border.test.Distribution.share;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE_WITH_ACTION_PLAN;
import static org.trustedtrader.border.trader.MembershipStatus.APPEAL_PENDING;
import static org.trustedtrader.border.trader.MembershipStatus.CANCELLED;
import static org.trustedtrader.border.trader.MembershipStatus.CANCELLED_FINAL;
import static org.trustedtrader.border.trader.MembershipStatus.REVALIDATION_DUE;
import static org.trustedtrader.border.trader.MembershipStatus.REVALIDATION_IN_PROGRESS;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;
import static org.trustedtrader.border.trader.MembershipStatus.WITHDRAWN;

import java.util.List;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.MembershipStatus;

/** How many of what there are in a programme: an assumption, most traders importers in good standing. */
final class WorldDistribution {

    static final Distribution<String> LINES = new Distribution<>(
            share(520, "IMPORTER"),
            share(220, "HIGHWAY_CARRIER"),
            share(70, "EXPORTER"),
            share(50, "CUSTOMS_BROKER"),
            share(40, "FREIGHT_FORWARDER"),
            share(40, "MANUFACTURER"),
            share(20, "WAREHOUSE_OPERATOR"),
            share(15, "COURIER"),
            share(8, "AIR_CARRIER"),
            share(8, "MARINE_CARRIER"),
            share(4, "RAIL_CARRIER"),
            share(5, "SHIPPING_AGENT"));

    static final Distribution<Integer> MEMBERSHIPS = new Distribution<>(share(30, 0), share(920, 1), share(50, 2));

    static final Distribution<Tier> TIERS =
            new Distribution<>(share(200, Tier.I), share(650, Tier.II), share(150, Tier.III));

    private static final Distribution<List<MembershipStatus>> HISTORIES = new Distribution<>(
            share(740, List.of(ACTIVE)),
            share(60, List.of(ACTIVE, REVALIDATION_DUE, REVALIDATION_IN_PROGRESS, ACTIVE)),
            share(40, List.of(ACTIVE, ACTIVE_WITH_ACTION_PLAN)),
            share(40, List.of(ACTIVE, REVALIDATION_DUE)),
            share(20, List.of(ACTIVE, REVALIDATION_DUE, REVALIDATION_IN_PROGRESS)),
            share(20, List.of(ACTIVE, SUSPENDED, ACTIVE)),
            share(30, List.of(ACTIVE, SUSPENDED)),
            share(10, List.of(ACTIVE, SUSPENDED, CANCELLED)),
            share(5, List.of(ACTIVE, SUSPENDED, CANCELLED, APPEAL_PENDING)),
            share(10, List.of(ACTIVE, SUSPENDED, CANCELLED, CANCELLED_FINAL)),
            share(25, List.of(ACTIVE, WITHDRAWN)));

    private WorldDistribution() {}

    /** @param random any number */
    static List<MembershipStatus> history(long random) {
        return HISTORIES.pick(random);
    }
}
