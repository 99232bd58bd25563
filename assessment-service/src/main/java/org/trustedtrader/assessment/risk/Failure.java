package org.trustedtrader.assessment.risk;

import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Level;

/** A criterion that the company does not meet. */
public record Failure(String criterion, Category category, Level level) {

    public static Failure of(Criterion criterion) {
        return new Failure(criterion.id(), criterion.category(), criterion.level());
    }

    boolean isMust() {
        return level == Level.MUST;
    }

    String inWords() {
        return category + ": " + level + " " + criterion + " failed";
    }
}
