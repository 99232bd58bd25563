package org.trustedtrader.assessment.supplychain;

import java.util.EnumSet;
import java.util.Set;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One movement, or one rest, of goods between two places.
 *
 * @param custodyChange whether somebody else has the goods in hand afterwards
 */
public record Leg(String id, Place from, Place to, TransportMode mode, boolean custodyChange) {

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
