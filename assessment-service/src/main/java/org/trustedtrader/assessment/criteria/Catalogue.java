package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final SitePolicy sitePolicy;

    /** @param linesWithoutGoods the lines of business that move and hold no goods: they need no supply chain */
    public Catalogue(
            String version,
            LocalDate effectiveFrom,
            List<Criterion> criteria,
            Set<LineOfBusiness> linesWithoutGoods,
            SitePolicy sitePolicy) {
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.linesWithoutGoods = SortedSets.copyOf(linesWithoutGoods);
        this.sitePolicy = sitePolicy;
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

    /** Whether any criterion is answered site by site. */
    public boolean asksSites() {
        return criteria.values().stream().anyMatch(criterion -> criterion.answeredAt() == AnswerLevel.SITE);
    }

    /**
     * What is asked of each scope, each in the order of the catalogue: the company first, then its lines, then its sites. A
     * criterion that fits none of the company's sites, such as when none is known, is asked of the company as a whole: none
     * falls out.
     */
    public Map<Scope, List<Criterion>> askedOf(Set<LineOfBusiness> lines, List<SiteFunctions> sites) {
        var asked = new LinkedHashMap<Scope, List<Criterion>>();
        asked.put(Scope.COMPANY, new ArrayList<>());
        lines.stream().sorted().forEach(line -> asked.put(Scope.line(line), new ArrayList<>()));
        sites.forEach(site -> asked.put(Scope.site(site.siteId()), new ArrayList<>()));
        for (Criterion criterion : applicableTo(lines)) {
            scopes(criterion, lines, sites).forEach(scope -> asked.get(scope).add(criterion));
        }
        asked.entrySet().removeIf(of -> of.getValue().isEmpty() && !of.getKey().equals(Scope.COMPANY));
        return asked;
    }

    private List<Scope> scopes(Criterion criterion, Set<LineOfBusiness> lines, List<SiteFunctions> sites) {
        List<Scope> scopes = switch (criterion.answeredAt()) {
            case COMPANY -> List.of(Scope.COMPANY);
            case LINE ->
                criterion.appliesTo().stream()
                        .filter(lines::contains)
                        .map(Scope::line)
                        .toList();
            case SITE ->
                sites.stream()
                        .filter(site -> sitePolicy.asks(criterion, site))
                        .map(site -> Scope.site(site.siteId()))
                        .toList();
        };
        return scopes.isEmpty() ? List.of(Scope.COMPANY) : scopes;
    }
}
