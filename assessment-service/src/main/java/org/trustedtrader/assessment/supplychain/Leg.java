package org.trustedtrader.assessment.supplychain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One movement, or one rest, of goods between two places.
 *
 * @param custodyChange whether somebody else has the goods in hand afterwards
 * @param chain         the name of the chain that it is part of; empty if the company has one chain without a name
 */
public record Leg(String id, Place from, Place to, TransportMode mode, boolean custodyChange, Optional<String> chain) {

    /** What a company-wide weakness exposes everywhere, whatever the mode. */
    private static final Set<Category> EVERYWHERE = Set.of(
            Category.VISION_AND_RESPONSIBILITY,
            Category.RISK_ASSESSMENT,
            Category.BUSINESS_PARTNERS,
            Category.CYBERSECURITY,
            Category.PROCEDURAL,
            Category.PERSONNEL,
            Category.EDUCATION_AND_TRAINING);

    public Leg {
        if (!id.matches("[A-Za-z0-9-]{1,20}")) {
            throw new Refusal.InvalidInput("id", Message.of("assessment.leg.id"));
        }
    }

    /** A leg of the one chain without a name. */
    public Leg(String id, Place from, Place to, TransportMode mode, boolean custodyChange) {
        this(id, from, to, mode, custodyChange, Optional.empty());
    }

    /** Whether it begins or ends at that site of the company. */
    public boolean touches(String siteId) {
        return from.siteId().filter(siteId::equals).isPresent()
                || to.siteId().filter(siteId::equals).isPresent();
    }

    boolean isMovement() {
        return mode != TransportMode.STORAGE;
    }

    /** Why goods cannot go this way, by the field of the leg that is wrong; empty as far as is known. */
    Map<String, Message> faults() {
        boolean stays = from.isSameAs(to);
        if (isMovement() == stays) {
            return Map.of("to", Message.of(stays ? "assessment.chain.no-movement" : "assessment.chain.storage-moves"));
        }
        boolean onLand = mode == TransportMode.ROAD || mode == TransportMode.RAIL;
        return onLand && Continent.oceanBetween(from.country(), to.country())
                ? Map.of("mode", Message.of("assessment.chain.ocean", mode, from.country(), to.country()))
                : Map.of();
    }

    /** The categories whose failed criteria make this leg vulnerable. */
    public Set<Category> exposed() {
        Set<Category> exposed = EnumSet.copyOf(EVERYWHERE);
        exposed.addAll(mode.exposed());
        if (custodyChange) {
            exposed.addAll(Set.of(Category.SEALS, Category.PHYSICAL_ACCESS, Category.PHYSICAL_SECURITY));
        }
        return exposed;
    }
}
