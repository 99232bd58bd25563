package org.trustedtrader.assessment.config.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.AnswerLevel;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Programme;
import org.trustedtrader.assessment.criteria.SitePolicy;
import tools.jackson.core.JacksonException;

/** The folders of data files, one per version of the catalogue. */
public final class CatalogueFiles {

    private CatalogueFiles() {}

    /**
     * @param folders such as {@code catalogue/2026.1}, in the program or in the file system
     * @throws CatalogueException if a file is missing or cannot be right; the program then does not start
     */
    public static Catalogues load(List<String> folders) {
        try {
            return new Catalogues(folders.stream().map(CatalogueFiles::version).toList());
        } catch (IllegalArgumentException e) {
            throw new CatalogueException(String.join(", ", folders), e);
        }
    }

    private static Catalogue version(String folder) {
        CatalogueFile head = read(folder + "/catalogue.yaml", CatalogueFile.class);
        var criteria = new LinkedHashMap<String, Criterion>();
        if (head.basedOn() != null) {
            version(head.basedOn()).all().forEach(criterion -> criteria.put(criterion.id(), criterion));
        }
        for (String name : head.files()) {
            CategoryFile file = read(folder + "/" + name, CategoryFile.class);
            for (CriterionEntry entry : file.criteria()) {
                try {
                    add(entry.criterion(file, head.effectiveFrom(), head.groups()), criteria);
                } catch (IllegalArgumentException | NullPointerException e) {
                    throw new CatalogueException(folder + "/" + name + ", criterion " + entry.id(), e);
                }
            }
        }
        try {
            head.answeredAt().forEach((level, ids) -> ids.forEach(id -> place(id, level, criteria)));
            return new Catalogue(
                    head.version(),
                    head.effectiveFrom(),
                    criteria.values().stream()
                            .sorted(Comparator.comparing(Criterion::category))
                            .toList(),
                    lines(head.linesWithoutGoods(), head.groups()),
                    new SitePolicy(head.sites()));
        } catch (IllegalArgumentException e) {
            throw new CatalogueException(folder, e);
        }
    }

    /** A criterion of the version before is replaced by a later revision of it, and by nothing else. */
    private static void add(Criterion criterion, Map<String, Criterion> criteria) {
        Criterion before = criteria.put(criterion.id(), criterion);
        if (before != null && before.revision() >= criterion.revision()) {
            throw new IllegalArgumentException(
                    "criterion " + criterion.id() + " is there twice; a change of it needs a higher revision");
        }
    }

    private static void place(String id, AnswerLevel level, Map<String, Criterion> criteria) {
        if (criteria.computeIfPresent(id, (same, criterion) -> criterion.answeredAt(level)) == null) {
            throw new IllegalArgumentException("criterion " + id + " is not there, and so answered nowhere");
        }
    }

    private static <T> T read(String path, Class<T> type) {
        try {
            return DataFile.read(path, type);
        } catch (IOException | JacksonException e) {
            throw new CatalogueException(path, e);
        }
    }

    /** Resolves the names of groups and of single lines of business. */
    static Set<LineOfBusiness> lines(List<String> names, Map<String, Set<LineOfBusiness>> groups) {
        var lines = EnumSet.noneOf(LineOfBusiness.class);
        for (String name : names) {
            lines.addAll(groups.containsKey(name) ? groups.get(name) : Set.of(LineOfBusiness.valueOf(name)));
        }
        return lines;
    }

    /**
     * The head of a version: its date, its names for groups of lines of business, and its files.
     *
     * @param basedOn           the folder of a version whose criteria are all asked here too; absent for a version of its own
     * @param linesWithoutGoods groups or lines; none if it is absent
     * @param answeredAt        the criteria that lines or sites answer; the company answers all others
     * @param sites             which categories are asked at which sites; a category without a row is asked at every site
     */
    record CatalogueFile(
            String version,
            LocalDate effectiveFrom,
            @Nullable String basedOn,
            Map<String, Set<LineOfBusiness>> groups,
            List<String> linesWithoutGoods,
            Map<AnswerLevel, List<String>> answeredAt,
            List<SitePolicy.Row> sites,
            List<String> files) {

        CatalogueFile {
            linesWithoutGoods = linesWithoutGoods == null ? List.of() : linesWithoutGoods;
            groups = groups == null ? Map.of() : groups;
            answeredAt = answeredAt == null ? Map.of() : answeredAt;
            sites = sites == null ? List.of() : sites;
            files = files == null ? List.of() : files;
        }
    }

    /** One category's criteria; the crosswalk holds for each of them that has none of its own. */
    record CategoryFile(Category category, Map<Programme, String> crosswalk, List<CriterionEntry> criteria) {}

    /** A data file of the catalogue cannot be used; the message names the file, the criterion and what is wrong. */
    public static final class CatalogueException extends RuntimeException {

        CatalogueException(String where, Exception cause) {
            super("The criteria catalogue cannot be used. " + where + ": " + cause.getMessage(), cause);
        }
    }
}
