package org.trustedtrader.assessment.assessment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.risk.Leg;
import org.trustedtrader.assessment.risk.Place;
import org.trustedtrader.assessment.risk.SupplyChain;
import org.trustedtrader.assessment.risk.TransportMode;

/** The declared legs, with sites looked up. */
record SupplyChainView(List<LegView> legs) {

    record PlaceView(
            @Nullable String siteId,
            String name,
            String country,
            @Nullable String region) {

        static PlaceView of(Place place) {
            return new PlaceView(
                    place.siteId().orElse(null),
                    place.name(),
                    place.country(),
                    place.region().orElse(null));
        }
    }

    record LegView(String id, PlaceView from, PlaceView to, TransportMode mode, boolean custodyChange) {

        static LegView of(Leg leg) {
            return new LegView(
                    leg.id(), PlaceView.of(leg.from()), PlaceView.of(leg.to()), leg.mode(), leg.custodyChange());
        }
    }

    static SupplyChainView of(SupplyChain chain) {
        return new SupplyChainView(chain.legs().stream().map(LegView::of).toList());
    }
}
