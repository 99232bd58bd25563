package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.Requirement.Reason;

/** Which of a company's sites is visited: the riskiest, unless an officer chooses another one. */
public final class ChooseSite {

    private static final Map<String, Integer> FUNCTIONS =
            Map.of("CROSS_DOCK", 4, "TERMINAL", 4, "WAREHOUSE", 3, "YARD", 3, "PRODUCTION", 2, "OFFICE", 0);
    private static final int FUNCTION_NOT_KNOWN = 1;
    private static final int ABROAD = 2;
    private static final int MANY_PEOPLE = 50;
    private static final int MANY_PEOPLE_POINTS = 1;

    private final Companies companies;

    public ChooseSite(Companies companies) {
        this.companies = companies;
    }

    /**
     * How much a site deserves to be visited, with the reasons. Where goods are stored, handed over or loaded there is more
     * to see than in an office; a site abroad, or with many people, is harder to know from afar.
     */
    public record Priority(Site site, int points, List<Reason> reasons) {

        public Priority {
            reasons = List.copyOf(reasons);
        }
    }

    /** The sites of a company, the one to visit first; of equals the one with the smaller id. */
    public List<Priority> priorities(String businessNumber) {
        var company = companies
                .find(businessNumber)
                .orElseThrow(
                        () -> new Refusal.RuleBroken("company-unknown", Message.of("validation.site.company-unknown")));
        if (company.sites().isEmpty()) {
            throw new Refusal.RuleBroken("company-without-site", Message.of("validation.site.none"));
        }
        return ranked(company.sites());
    }

    /** Those sites, the one to visit first; of equals the one with the smaller id. */
    static List<Priority> ranked(List<Site> sites) {
        return sites.stream()
                .map(ChooseSite::priority)
                .sorted(Comparator.comparingInt(Priority::points)
                        .reversed()
                        .thenComparing(priority -> priority.site().id()))
                .toList();
    }

    /**
     * The site that is asked for, else the one that the visit is due for as long as it is on record, else the first.
     *
     * @param siteId null if none is asked for
     */
    public Site forVisit(VisitSnapshot visit, @Nullable String siteId) {
        return forVisit(priorities(visit.origin().company()), visit, siteId);
    }

    /** @see #forVisit(VisitSnapshot, String) */
    public static Site forVisit(List<Priority> ranked, VisitSnapshot visit, @Nullable String siteId) {
        var due = visit.siteId()
                .filter(id -> ranked.stream().anyMatch(p -> p.site().id().equals(id)));
        return among(ranked, siteId == null ? due.orElse(null) : siteId);
    }

    public Site of(String businessNumber, @Nullable String siteId) {
        return among(priorities(businessNumber), siteId);
    }

    /** @param siteId null for the first */
    public static Site among(List<Priority> ranked, @Nullable String siteId) {
        return ranked.stream()
                .map(Priority::site)
                .filter(site -> siteId == null || site.id().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput("siteId", Message.of("validation.site.unknown")));
    }

    private static Priority priority(Site site) {
        int points = 0;
        var reasons = new ArrayList<Reason>();
        for (var function : site.functions()) {
            int worth = FUNCTIONS.getOrDefault(function, FUNCTION_NOT_KNOWN);
            points += worth;
            if (worth > 0) {
                reasons.add(new Reason(Reason.Kind.FUNCTION, function, worth));
            }
        }
        if (site.isForeign()) {
            points += ABROAD;
            reasons.add(new Reason(Reason.Kind.ABROAD, site.country(), ABROAD));
        }
        if (site.headcount() >= MANY_PEOPLE) {
            points += MANY_PEOPLE_POINTS;
            reasons.add(new Reason(Reason.Kind.PEOPLE, String.valueOf(site.headcount()), MANY_PEOPLE_POINTS));
        }
        return new Priority(site, points, reasons);
    }
}
