package org.trustedtrader.benefits.crossing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.Given;
import org.trustedtrader.benefits.policy.Direction;
import org.trustedtrader.benefits.policy.Mode;

/** A crossing at Windsor on Tuesday, changed by what a test is about. */
final class AskedCrossing {

    private Instant at = Given.TUESDAY;
    private String port = "0453";
    private Mode mode = Mode.HIGHWAY;
    private Direction direction = Direction.INTO_CANADA;
    private String carrier = Given.CARRIER_CODE;
    private List<String> importers = List.of(Given.IMPORTER_BN15);
    private @Nullable String driver = Given.CARD;
    private String origin = "US";
    private boolean regulated;
    private Crossing.Seal seal = Crossing.Seal.INTACT;

    AskedCrossing at(Instant when) {
        at = when;
        return this;
    }

    AskedCrossing port(String code) {
        port = code;
        return this;
    }

    AskedCrossing mode(Mode how) {
        mode = how;
        return this;
    }

    AskedCrossing direction(Direction where) {
        direction = where;
        return this;
    }

    AskedCrossing carrier(String code) {
        carrier = code;
        return this;
    }

    AskedCrossing importers(String... numbers) {
        importers = List.of(numbers);
        return this;
    }

    AskedCrossing driver(@Nullable String card) {
        driver = card;
        return this;
    }

    AskedCrossing origin(String country) {
        origin = country;
        return this;
    }

    AskedCrossing regulated() {
        regulated = true;
        return this;
    }

    AskedCrossing seal(Crossing.Seal state) {
        seal = state;
        return this;
    }

    Crossing crossing() {
        return new Crossing(at, port, mode, direction, carrier, importers, driver, origin, regulated, seal);
    }
}
