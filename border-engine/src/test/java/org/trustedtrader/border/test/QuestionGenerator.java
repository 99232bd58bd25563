package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/**
 * Asks about a {@link World} as border systems do, the same questions for the same seed. Each thread needs its own. What is
 * asked comes with who it is about, so that an answer can be checked against those few states.
 */
public final class QuestionGenerator {

    private static final List<String> PORTS = List.of("0453", "0440", "0410", "0813", "0502", "0809");

    private final World world;
    private final SplittableRandom random;
    private final Shares shares;
    private final ZipfDistribution traders;
    private final ZipfDistribution cards;

    /**
     * In what proportion.
     *
     * @param zipf      exponent of the law that makes few traders frequent, or 0 if all are asked for equally often
     * @param cards     share of questions about drivers' cards
     * @param unknown   share of identifiers that nobody has
     * @param malformed share of identifiers that are none
     */
    public record Shares(double zipf, double cards, double unknown, double malformed) {

        public static final Shares UNIFORM = new Shares(0, 0.15, 0.02, 0.01);
        public static final Shares ZIPF = new Shares(1, 0.15, 0.02, 0.01);
    }

    /** @param trader, card number of whom it is about; -1 for none */
    public record Asked(Question.Item item, int trader, int card) {}

    /** @param traders numbers of those who take part @param card -1 for none */
    public record AskedCrossing(Crossing crossing, List<Integer> traders, int card) {}

    public QuestionGenerator(World world, long seed, Shares shares) {
        this.world = world;
        this.random = new SplittableRandom(seed);
        this.shares = shares;
        this.traders = new ZipfDistribution(world.traders(), shares.zipf());
        this.cards = new ZipfDistribution(Math.max(1, world.cards()), shares.zipf());
    }

    public Asked next() {
        var share = random.nextDouble();
        if (share < shares.malformed()) {
            return new Asked(malformed(), -1, -1);
        }
        if (share < shares.malformed() + shares.unknown()) {
            return new Asked(item(world.unknown(anyScheme(), random.nextInt(10_000))), -1, -1);
        }
        if (world.cards() > 0 && random.nextDouble() < shares.cards()) {
            var card = someCard();
            return new Asked(new Question.Item("DRIVER_CARD", world.cardNumber(card)), -1, card);
        }
        var trader = someTrader();
        return new Asked(item(oneOf(world.identifiers(trader))), trader, -1);
    }

    /** A load with one importer or a few, mostly at a port with a FAST lane and with a driver. */
    public AskedCrossing nextCrossing(Instant at) {
        List<Integer> parties = new ArrayList<>();
        var carrier = someCarrier();
        parties.add(carrier);
        var importers = new ArrayList<String>();
        for (int i = 0; i < (random.nextInt(4) == 0 ? 3 : 1); i++) {
            var importer = someTrader();
            var account = of(importer, Scheme.BN15);
            if (!importers.contains(account)) {
                importers.add(account);
                parties.add(importer);
            }
        }
        var card = world.cards() > 0 && random.nextInt(10) > 0 ? someCard() : -1;
        var crossing = new Crossing(
                at,
                PORTS.get(random.nextInt(PORTS.size())),
                random.nextInt(10) == 0 ? Mode.RAIL : Mode.HIGHWAY,
                random.nextInt(10) == 0 ? Direction.OUT_OF_CANADA : Direction.INTO_CANADA,
                of(carrier, Scheme.CARRIER_CODE),
                importers,
                card < 0 ? null : world.cardNumber(card),
                random.nextInt(5) == 0 ? "CN" : "US",
                random.nextInt(10) == 0,
                random.nextInt(20) == 0 ? Crossing.Seal.BROKEN : Crossing.Seal.INTACT);
        return new AskedCrossing(crossing, parties, card);
    }

    /** All that the world says of those whom the question is about; who answers from more must answer the same. */
    public List<Revision> states(Asked asked) {
        return states(asked.trader() < 0 ? List.of() : List.of(asked.trader()), asked.card());
    }

    public List<Revision> states(AskedCrossing asked) {
        return states(asked.traders(), asked.card());
    }

    private List<Revision> states(List<Integer> who, int card) {
        List<Revision> states = new ArrayList<>();
        who.stream().distinct().forEach(i -> states.addAll(world.trader(i)));
        if (card >= 0) {
            states.addAll(world.card(card));
        }
        return states;
    }

    /** The frequent ones are spread over the world and not its first. */
    private int someTrader() {
        return spread(traders, world.traders());
    }

    private int someCard() {
        return spread(cards, world.cards());
    }

    private int spread(ZipfDistribution ranks, int size) {
        if (shares.zipf() == 0) {
            return random.nextInt(size);
        }
        return HashedNumbers.below(size, 7, ranks.next(random), 1);
    }

    private int someCarrier() {
        for (int tries = 0; tries < 1_000; tries++) {
            var trader = someTrader();
            if (world.identifiers(trader).getFirst().scheme() == Scheme.CARRIER_CODE) {
                return trader;
            }
        }
        throw new IllegalStateException("There are no carriers in this world.");
    }

    private String of(int trader, Scheme scheme) {
        for (var identifier : world.identifiers(trader)) {
            if (identifier.scheme() == scheme) {
                return identifier.value();
            }
        }
        throw new IllegalStateException("Trader " + trader + " has no " + scheme);
    }

    /** Mostly what border systems know a trader by, which comes first. */
    private Identifier oneOf(List<Identifier> identifiers) {
        return random.nextInt(5) > 0 ? identifiers.getFirst() : identifiers.get(random.nextInt(identifiers.size()));
    }

    private Scheme anyScheme() {
        return Scheme.values()[random.nextInt(Scheme.values().length)];
    }

    private Question.Item malformed() {
        var wellFormed = item(world.unknown(anyScheme(), random.nextInt(10_000)));
        return new Question.Item(wellFormed.scheme(), MalformedIdentifiers.of(wellFormed.id(), random));
    }

    private static Question.Item item(Identifier identifier) {
        return new Question.Item(identifier.scheme().name(), identifier.value());
    }
}
