package org.trustedtrader.benefits.crossing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.platform.identifier.Country;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The question as a border system sends it. Identifiers are not checked here: a malformed one is answered, with its reason.
 *
 * @param asOf asks as of that time instead of the arrival
 * @param importers none for an empty conveyance, which then carries no regulated goods
 * @param seal told apart from NONE where it is not given
 * @param knownAt asks what follows from what was known by then
 * @param minVersion versions that the caller has seen, by subject
 */
record CrossingRequest(
        @NotNull(message = "{benefits.field.missing}")
        @Pattern(regexp = "[0-9]{4}", message = "{benefits.crossing.port}")
        String port,

        @NotNull(message = "{benefits.field.missing}") Mode mode,
        @NotNull(message = "{benefits.field.missing}") Direction direction,
        @NotNull(message = "{benefits.field.missing}") Instant arrivalAt,

        @NotNull(message = "{benefits.field.missing}") @Size(max = 64, message = "{benefits.field.too-long}")
        String carrierCode,

        @NotNull(message = "{benefits.field.missing}")
        @Size(max = 500, message = "{benefits.crossing.too-many-importers}")
        @UniqueElements(message = "{benefits.crossing.importer-twice}")
        List<@Size(max = 64, message = "{benefits.field.too-long}") String> importers,

        @Nullable @Size(max = 64, message = "{benefits.field.too-long}")
        String driverCard,

        @NotNull(message = "{benefits.field.missing}")
        @Pattern(regexp = "[A-Z]{2}", message = "{benefits.crossing.country}")
        String originCountry,

        @NotNull(message = "{benefits.field.missing}") Boolean regulatedGoods,
        Crossing.@Nullable Seal seal,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        @Nullable String minVersion) {

    /** @throws Refusal.InvalidInput if fields contradict each other or name what does not exist */
    Crossing crossing() {
        Country.parse("originCountry", originCountry);
        if (importers.isEmpty() && regulatedGoods) {
            throw new Refusal.InvalidInput("importers", Message.of("benefits.crossing.goods-of-nobody"));
        }
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
                seal == null ? Crossing.Seal.NOT_REPORTED : seal,
                knownAt);
    }
}
