package org.trustedtrader.border.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** Questions and crossings about a {@link RandomWorld}: single, batches, mixed loads, and what is nearly an identifier. */
final class RandomQuestions {

    private static final List<String> PORTS =
            List.of("0410", "0440", "0453", "0453", "0502", "0813", "0809", "", "453", "\uff10\uff14\uff15\uff13");
    private static final List<Duration> LEASES =
            List.of(Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofHours(3));

    private final Random random;
    private final RandomTimes times;
    private final List<Identifier> identifiers;

    RandomQuestions(Random random, RandomTimes times, List<Identifier> identifiers) {
        this.random = random;
        this.times = times;
        this.identifiers = identifiers;
    }

    Step next() {
        var at = times.any();
        var asked = random.nextInt(3) > 0 ? at : times.any();
        var lease = pick(LEASES);
        var age = pick(List.of(Duration.ZERO, Duration.ofSeconds(1), lease, lease.plusMillis(1), Duration.ofHours(50)));
        var moment = new Moment(asked, age, lease);
        var knownAt = random.nextInt(8) == 0 ? times.any() : null;
        if (random.nextInt(3) == 0) {
            return new Step.Crossed(crossing(at), moment, knownAt);
        }
        var benefit = random.nextBoolean() ? null : pick(List.of(Benefit.values()));
        return new Step.Asked(new Question(at, benefit, items()), moment, knownAt);
    }

    private List<Question.Item> items() {
        List<Question.Item> items = new ArrayList<>();
        for (int i = pick(List.of(0, 1, 1, 1, 4, 25)); i > 0; i--) {
            items.add(random.nextInt(10) == 0 && !items.isEmpty() ? pick(items) : item());
        }
        return items;
    }

    private Question.Item item() {
        var identifier = pick(identifiers);
        return new Question.Item(scheme(identifier), written(identifier));
    }

    private String scheme(Identifier identifier) {
        var name = identifier.scheme().name();
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> name.toLowerCase(Locale.ROOT).replace('_', '-');
            case 3 -> pick(List.of("", "PASSPORT", "bn-15", "Carrier_Code", " BN9", "\u0412N9"));
            case 4 -> pick(List.of(Scheme.values())).name();
            default -> name;
        };
    }

    private String written(Identifier identifier) {
        var spoilt = random.nextInt(6) == 0;
        return spoilt ? MalformedIdentifiers.of(identifier.value(), random) : identifier.value();
    }

    private Crossing crossing(java.time.Instant at) {
        List<String> importers = new ArrayList<>();
        for (int i = pick(List.of(0, 1, 1, 1, 2, 5)); i > 0; i--) {
            var importer = written(ofScheme(Scheme.BN15));
            if (!importers.contains(importer)) {
                importers.add(importer);
            }
        }
        return new Crossing(
                at,
                pick(PORTS),
                pick(List.of(Mode.HIGHWAY, Mode.HIGHWAY, Mode.HIGHWAY, Mode.RAIL, Mode.AIR, Mode.MARINE)),
                random.nextInt(4) > 0 ? Direction.INTO_CANADA : Direction.OUT_OF_CANADA,
                written(ofScheme(Scheme.CARRIER_CODE)),
                importers,
                driver(),
                pick(List.of("US", "US", "MX", "CN", "XX", "us", "")),
                random.nextInt(4) == 0,
                pick(List.of(Crossing.Seal.values())));
    }

    private @Nullable String driver() {
        return random.nextInt(4) == 0 ? null : written(ofScheme(Scheme.DRIVER_CARD));
    }

    private Identifier ofScheme(Scheme scheme) {
        return pick(identifiers.stream().filter(i -> i.scheme() == scheme).toList());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
