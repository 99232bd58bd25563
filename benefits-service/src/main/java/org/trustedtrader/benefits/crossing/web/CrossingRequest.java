package org.trustedtrader.benefits.crossing.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.InvalidQuestionException;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The question as a border system sends it. Identifiers are not checked here: a malformed one is answered, with its reason.
 *
 * @param asOf asks as of that time instead of the arrival
 * @param seal taken as NONE where it is not given
 * @param knownAt asks what follows from what was known by then
 * @param minVersion versions that the caller has seen, by subject
 */
record CrossingRequest(
        @NotNull(message = "is missing") @Pattern(regexp = "[0-9]{4}", message = "must be a 4-digit office code")
        String port,

        @NotNull(message = "is missing") Mode mode,
        @NotNull(message = "is missing") Direction direction,
        @NotNull(message = "is missing") Instant arrivalAt,

        @NotNull(message = "is missing") @Size(max = 64, message = "has more than 64 characters")
        String carrierCode,

        @NotEmpty(message = "names no importer") @Size(max = 500, message = "names more than 500 importers")
        List<@Size(max = 64, message = "has more than 64 characters") String> importers,

        @Nullable @Size(max = 64, message = "has more than 64 characters")
        String driverCard,

        @NotNull(message = "is missing") @Pattern(regexp = "[A-Z]{2}", message = "must be a 2-letter country code")
        String originCountry,

        @NotNull(message = "is missing") Boolean regulatedGoods,
        Crossing.@Nullable Seal seal,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        @Nullable String minVersion) {

    Crossing crossing() {
        try {
            return asked();
        } catch (InvalidQuestionException e) {
            throw new Refusal.InvalidInput(e.field(), e.getMessage());
        }
    }

    Crossing asked() {
        return new Crossing(
                asOf == null ? arrivalAt : asOf,
                port,
                mode,
                direction,
                carrierCode,
                importers,
                driverCard,
                originCountry,
                regulatedGoods,
                seal == null ? Crossing.Seal.NONE : seal,
                knownAt);
    }
}
