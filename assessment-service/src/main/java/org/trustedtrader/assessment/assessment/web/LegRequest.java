package org.trustedtrader.assessment.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.assessment.DeclareSupplyChain.DeclaredLeg;
import org.trustedtrader.assessment.assessment.DeclareSupplyChain.DeclaredPlace;
import org.trustedtrader.assessment.risk.TransportMode;

/** A leg as a company writes it: an end is one of its own sites, or a name with a country. */
record LegRequest(
        @NotBlank(message = "Give the leg an id.") String id,
        @NotNull(message = "Say where it begins.") @Valid PlaceRequest from,
        @NotNull(message = "Say where it ends.") @Valid PlaceRequest to,

        @NotNull(message = "ROAD, RAIL, MARINE, AIR or STORAGE.")
        TransportMode mode,

        @NotNull(message = "Say whether custody changes.") Boolean custodyChange) {

    record PlaceRequest(
            @Nullable String siteId,
            @Nullable String name,
            @Nullable String country,
            @Nullable String region) {

        private DeclaredPlace declared() {
            return new DeclaredPlace(
                    Optional.ofNullable(siteId),
                    Optional.ofNullable(name),
                    Optional.ofNullable(country),
                    Optional.ofNullable(region));
        }
    }

    DeclaredLeg declared() {
        return new DeclaredLeg(id, from.declared(), to.declared(), mode, custodyChange);
    }
}
