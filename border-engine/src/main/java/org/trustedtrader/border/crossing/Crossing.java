package org.trustedtrader.border.crossing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.InvalidQuestionException;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;

/**
 * A crossing that is asked about. Identifiers are as written: one that is malformed makes nobody eligible, but is answered.
 *
 * @param at            the time that the answer is about, programme time
 * @param port          4-digit office code
 * @param importers     BN15 of every importer of the load; none for an empty conveyance
 * @param driverCard    null if the driver is not known before arrival
 * @param originCountry ISO 3166, where the goods directly come from
 * @param regulated     whether the goods need a permit or concern another department
 * @param knownAt       asks what follows from what was known by that time, programme time; null for now
 */
public record Crossing(
        Instant at,
        String port,
        Mode mode,
        Direction direction,
        String carrierCode,
        List<String> importers,
        @Nullable String driverCard,
        String originCountry,
        boolean regulated,
        Seal seal,
        @Nullable Instant knownAt) {

    /** The state of the seal as reported. */
    public enum Seal {
        INTACT,
        BROKEN,
        NONE,
        NOT_REPORTED
    }

    public Crossing {
        importers = List.copyOf(importers);
        if (new HashSet<>(importers).size() < importers.size()) {
            throw new InvalidQuestionException("importers", "names the same importer twice");
        }
    }

    /** Whether it names no importer, so that it can carry no goods. */
    public boolean isEmptyConveyance() {
        return importers.isEmpty();
    }

    public Crossing(
            Instant at,
            String port,
            Mode mode,
            Direction direction,
            String carrierCode,
            List<String> importers,
            @Nullable String driverCard,
            String originCountry,
            boolean regulated,
            Seal seal) {
        this(at, port, mode, direction, carrierCode, importers, driverCard, originCountry, regulated, seal, null);
    }

    /** The same, asked of what was known by that time. */
    public Crossing asKnownAt(@Nullable Instant time) {
        return new Crossing(
                at, port, mode, direction, carrierCode, importers, driverCard, originCountry, regulated, seal, time);
    }
}
