package org.trustedtrader.assessment.criteria;

import java.util.List;
import java.util.Set;
import org.trustedtrader.platform.aggregate.SortedSets;

/** At which sites the criteria of a category are asked, as a version of the catalogue publishes it. */
public record SitePolicy(List<Row> rows) {

    /** Every category is asked at every site. */
    public static final SitePolicy EVERYWHERE = new SitePolicy(List.of());

    /** @param functions a site with any of them is asked the criteria of the category */
    public record Row(Category category, Set<SiteFunction> functions) {

        public Row {
            functions = SortedSets.copyOf(functions);
            if (functions.isEmpty()) {
                throw new IllegalArgumentException("the criteria of " + category + " would be asked at no site");
            }
        }
    }

    public SitePolicy {
        rows = List.copyOf(rows);
        if (rows.stream().map(Row::category).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("a category has two rows of site functions");
        }
    }

    boolean asks(Criterion criterion, SiteFunctions site) {
        return site.functions().isEmpty()
                || rows.stream()
                        .filter(row -> row.category() == criterion.category())
                        .allMatch(row -> row.functions().stream().anyMatch(site.functions()::contains));
    }
}
