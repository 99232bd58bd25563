package org.trustedtrader.validation.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/** Which of a company's sites is visited: the riskiest, unless an officer chooses another one. */
public final class ChooseSite {

    private final Companies companies;

    public ChooseSite(Companies companies) {
        this.companies = companies;
    }

    /** The sites of a company, the one to visit first. */
    public List<SitePriority> priorities(String businessNumber) {
        var company = companies
                .find(businessNumber)
                .orElseThrow(() -> new Refusal.RuleBroken("company-unknown", "Enrolment knows no such company."));
        if (company.sites().isEmpty()) {
            throw new Refusal.RuleBroken("company-without-site", "The company has no site that could be visited.");
        }
        return SitePriority.ranked(company.sites());
    }

    public Site of(String businessNumber, @Nullable String siteId) {
        return among(priorities(businessNumber), siteId);
    }

    /** @param siteId null for the first */
    public static Site among(List<SitePriority> ranked, @Nullable String siteId) {
        return ranked.stream()
                .map(SitePriority::site)
                .filter(site -> siteId == null || site.id().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput("siteId", "is no site of this company"));
    }
}
