package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;

/** A crossing at Windsor on Tuesday, changed by what a test is about. */
public final class CrossingFixtures {

    private Instant at = TraderFixtures.TUESDAY;
    private String port = "0453";
    private Mode mode = Mode.HIGHWAY;
    private Direction direction = Direction.INTO_CANADA;
    private String carrier = TraderFixtures.CARRIER_CODE;
    private List<String> importers = List.of(TraderFixtures.IMPORTER_BN15);
    private @Nullable String driver = TraderFixtures.CARD;
    private String origin = "US";
    private boolean regulated;
    private Crossing.Seal seal = Crossing.Seal.INTACT;

    public CrossingFixtures at(Instant when) {
        at = when;
        return this;
    }

    public CrossingFixtures port(String code) {
        port = code;
        return this;
    }

    public CrossingFixtures mode(Mode how) {
        mode = how;
        return this;
    }

    public CrossingFixtures direction(Direction where) {
        direction = where;
        return this;
    }

    public CrossingFixtures carrier(String code) {
        carrier = code;
        return this;
    }

    public CrossingFixtures importers(String... numbers) {
        importers = List.of(numbers);
        return this;
    }

    public CrossingFixtures driver(@Nullable String card) {
        driver = card;
        return this;
    }

    public CrossingFixtures origin(String country) {
        origin = country;
        return this;
    }

    public CrossingFixtures regulated() {
        regulated = true;
        return this;
    }

    public CrossingFixtures seal(Crossing.Seal state) {
        seal = state;
        return this;
    }

    public Crossing crossing() {
        return new Crossing(at, port, mode, direction, carrier, importers, driver, origin, regulated, seal);
    }
}
