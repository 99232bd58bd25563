package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.SiteProjection;

/** The newest version of each company, as far as its sites go. */
@Component
final class MongoSiteProjection implements SiteProjection {

    private final MongoProjection<CompanyView> companies;

    MongoSiteProjection(MongoDatabase database) {
        this.companies = new MongoProjection<>(database, "company-views", CompanyView.class);
    }

    record CompanyView(String company, List<Site> sites) {}

    @Override
    public boolean keep(String company, long version, List<Site> sites) {
        return companies.keepNewest(company, version, new CompanyView(company, sites));
    }

    @Override
    public Optional<List<Site>> of(String company) {
        return companies.find(company).map(CompanyView::sites);
    }
}
