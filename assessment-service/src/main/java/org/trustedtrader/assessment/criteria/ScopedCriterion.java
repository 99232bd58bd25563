package org.trustedtrader.assessment.criteria;

/** A criterion as it is asked of one scope: what an answer, a judgement, an exemption or an action is about. */
public record ScopedCriterion(Scope scope, String criterion) implements Comparable<ScopedCriterion> {

    /** Asked of the whole company. */
    public static ScopedCriterion of(String criterion) {
        return new ScopedCriterion(Scope.COMPANY, criterion);
    }

    /** {@code A3CHY} for the company, else with the scope before it: {@code site=windsor/A3CHY}. */
    public String key() {
        return scope.equals(Scope.COMPANY) ? criterion : scope.key() + "/" + criterion;
    }

    /** @throws IllegalArgumentException if that is no {@link #key} */
    public static ScopedCriterion parse(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? of(key) : new ScopedCriterion(new Scope(key.substring(0, slash)), key.substring(slash + 1));
    }

    @Override
    public int compareTo(ScopedCriterion other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return key();
    }
}
