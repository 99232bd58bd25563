package org.trustedtrader.assessment.supplychain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The legs that a company has declared: places are the nodes of the graph, legs its edges. */
public record SupplyChain(List<Leg> legs) {

    public static final SupplyChain UNDECLARED = new SupplyChain(List.of());

    private static final int MOST_LEGS = 200;

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
}
