package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.aggregate.SortedSets;

/** One version of the criteria, valid as a whole from a date on until the next version's date. */
public final class Catalogue {

    private final String version;
    private final LocalDate effectiveFrom;
    private final Map<String, Criterion> criteria = new LinkedHashMap<>();
    private final Set<LineOfBusiness> linesWithoutGoods;

    /** @param linesWithoutGoods the lines of business that move and hold no goods: they need no supply chain */
    public Catalogue(
            String version, LocalDate effectiveFrom, List<Criterion> criteria, Set<LineOfBusiness> linesWithoutGoods) {
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.linesWithoutGoods = SortedSets.copyOf(linesWithoutGoods);
        for (Criterion criterion : criteria) {
            if (this.criteria.put(criterion.id(), criterion) != null) {
                throw new IllegalArgumentException("criterion " + criterion.id() + " is there twice");
            }
            if (!criterion.inEffectOn(effectiveFrom)) {
                throw new IllegalArgumentException(
                        "criterion " + criterion.id() + " is not in effect on " + effectiveFrom);
            }
        }
        for (Category category : Category.values()) {
            if (criteria.stream().noneMatch(criterion -> criterion.category() == category)) {
                throw new IllegalArgumentException("category " + category + " has no criterion");
            }
        }
        for (LineOfBusiness line : LineOfBusiness.values()) {
            if (applicableTo(Set.of(line)).stream().noneMatch(Criterion::isMust)) {
                throw new IllegalArgumentException("line of business " + line + " has no required criterion");
            }
        }
    }

    public String version() {
        return version;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** In the order of the catalogue: by category. */
    public List<Criterion> all() {
        return List.copyOf(criteria.values());
    }

    public Optional<Criterion> find(String id) {
        return Optional.ofNullable(criteria.get(id));
    }

    /** Those of the lines that move or hold goods. A company that has any is not rated without a supply chain. */
    public Set<LineOfBusiness> linesWithGoods(Set<LineOfBusiness> lines) {
        return lines.stream().filter(line -> !linesWithoutGoods.contains(line)).collect(SortedSets.toSortedSet());
    }

    /** What a company with these lines of business is asked, in the order of the catalogue. */
    public List<Criterion> applicableTo(Set<LineOfBusiness> lines) {
        return criteria.values().stream()
                .filter(criterion -> criterion.appliesToAny(lines))
                .toList();
    }
}
