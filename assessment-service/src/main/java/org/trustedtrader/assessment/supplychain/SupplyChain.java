package org.trustedtrader.assessment.supplychain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustedtrader.platform.history.Sha256;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The legs that a company has declared: places are the nodes of the graph, legs its edges. */
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
        for (int i = 0; i < legs.size(); i++) {
            if (!ids.add(legs.get(i).id())) {
                throw new Refusal.InvalidInput("legs[" + i + "].id", Message.of("assessment.chain.leg-twice"));
            }
        }
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
