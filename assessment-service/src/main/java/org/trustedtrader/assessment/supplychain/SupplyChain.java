package org.trustedtrader.assessment.supplychain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustedtrader.platform.history.Sha256;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The legs that a company has declared, of one chain without a name or of any number of named ones. In each, goods go from the
 * first leg's beginning to the last leg's end. One that an earlier version took may have gaps ({@link #faults}).
 */
public record SupplyChain(List<Leg> legs) {

    public static final SupplyChain UNDECLARED = new SupplyChain(List.of());

    private static final int MOST_LEGS = 200;
    private static final int VERSION_LENGTH = 16;

    public SupplyChain {
        legs = List.copyOf(legs);
        if (legs.size() > MOST_LEGS) {
            throw new Refusal.InvalidInput("legs", Message.of("assessment.chain.too-long", MOST_LEGS));
        }
        Set<String> ids = new HashSet<>();
        for (Chain chain : chains(legs)) {
            for (int i = 0; i < chain.legs().size(); i++) {
                if (!ids.add(chain.legs().get(i).id())) {
                    throw new Refusal.InvalidInput(chain.path(i) + ".id", Message.of("assessment.chain.leg-twice"));
                }
            }
        }
    }

    /**
     * One way of the goods, leg by leg.
     *
     * @param number of the chain, from 0
     * @param name   empty for the one chain without a name
     */
    public record Chain(int number, Optional<String> name, List<Leg> legs) {

        /** As in the request that declares it. */
        private String path() {
            return name.isPresent() ? "chains[" + number + "].legs" : "legs";
        }

        private String path(int leg) {
            return path() + "[" + leg + "]";
        }

        private List<Violation> faults() {
            List<Violation> faults = new ArrayList<>();
            for (int i = 0; i < legs.size(); i++) {
                String path = path(i);
                if (i > 0 && !legs.get(i - 1).to().isSameAs(legs.get(i).from())) {
                    faults.add(new Violation(path + ".from", gapAfter(legs.get(i - 1))));
                }
                legs.get(i).faults().forEach((field, why) -> faults.add(new Violation(path + "." + field, why)));
            }
            if (faults.isEmpty() && legs.stream().noneMatch(Leg::isMovement)) {
                faults.add(new Violation(path(), Message.of("assessment.chain.no-route")));
            }
            return faults;
        }

        private static Message gapAfter(Leg before) {
            return Message.of(
                    "assessment.chain.gap",
                    before.id(),
                    before.to().name(),
                    before.to().code());
        }
    }

    public List<Chain> chains() {
        return chains(legs);
    }

    private static List<Chain> chains(List<Leg> legs) {
        Map<Optional<String>, List<Leg>> byName = new LinkedHashMap<>();
        legs.forEach(leg ->
                byName.computeIfAbsent(leg.chain(), name -> new ArrayList<>()).add(leg));
        List<Chain> chains = new ArrayList<>();
        byName.forEach((name, itsLegs) -> chains.add(new Chain(chains.size(), name, itsLegs)));
        return chains;
    }

    /** Why goods cannot take these ways, each with the path of the leg; empty for a chain that is not declared at all. */
    public List<Violation> faults() {
        return chains().stream().flatMap(chain -> chain.faults().stream()).toList();
    }

    /** The places that are no sites of the company, by name, each once. */
    public List<String> partners() {
        return places().filter(place -> place.siteId().isEmpty())
                .map(Place::name)
                .distinct()
                .toList();
    }

    /** Tells two declarations apart: the same for the same legs in the same order. */
    public String version() {
        return Sha256.hex(legs.stream().map(SupplyChain::line).collect(Collectors.joining("\n")))
                .substring(0, VERSION_LENGTH);
    }

    private Stream<Place> places() {
        return legs.stream().flatMap(leg -> Stream.of(leg.from(), leg.to()));
    }

    private static String line(Leg leg) {
        return String.join(
                "\t",
                leg.chain().orElse(""),
                leg.id(),
                line(leg.from()),
                line(leg.to()),
                leg.mode().name(),
                String.valueOf(leg.custodyChange()));
    }

    private static String line(Place place) {
        return String.join("\t", place.siteId().orElse(""), place.name(), place.code());
    }
}
