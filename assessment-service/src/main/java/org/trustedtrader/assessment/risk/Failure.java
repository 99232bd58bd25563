package org.trustedtrader.assessment.risk;

import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;

/**
 * A criterion that is not met.
 *
 * @param scope where; the whole company in inputs of {@code risk-model-2} and before
 */
public record Failure(String criterion, Category category, Level level, Scope scope) {

    public static Failure of(Criterion criterion, Scope scope) {
        return new Failure(criterion.id(), criterion.category(), criterion.level(), scope);
    }

    /** {@code A3CHY} or {@code site=windsor/A3CHY}. */
    public String key() {
        return new ScopedCriterion(scope, criterion).key();
    }

    boolean isMust() {
        return level == Level.MUST;
    }

    String inWords() {
        return category + ": " + level + " " + criterion + " failed" + where();
    }

    private String where() {
        return scope.equals(Scope.COMPANY) ? "" : " at " + scope.key();
    }
}
