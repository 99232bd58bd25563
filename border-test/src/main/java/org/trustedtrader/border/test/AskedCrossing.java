package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;

/** A crossing at Windsor on Tuesday, changed by what a test is about. */
public final class AskedCrossing {

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

    public AskedCrossing at(Instant when) {
        at = when;
        return this;
    }

    public AskedCrossing port(String code) {
        port = code;
        return this;
    }

    public AskedCrossing mode(Mode how) {
        mode = how;
        return this;
    }

    public AskedCrossing direction(Direction where) {
        direction = where;
        return this;
    }

    public AskedCrossing carrier(String code) {
        carrier = code;
        return this;
    }

    public AskedCrossing importers(String... numbers) {
        importers = List.of(numbers);
        return this;
    }

    public AskedCrossing driver(@Nullable String card) {
        driver = card;
        return this;
    }

    public AskedCrossing origin(String country) {
        origin = country;
        return this;
    }

    public AskedCrossing regulated() {
        regulated = true;
        return this;
    }

    public AskedCrossing seal(Crossing.Seal state) {
        seal = state;
        return this;
    }

    public Crossing crossing() {
        return new Crossing(at, port, mode, direction, carrier, importers, driver, origin, regulated, seal);
    }
}
