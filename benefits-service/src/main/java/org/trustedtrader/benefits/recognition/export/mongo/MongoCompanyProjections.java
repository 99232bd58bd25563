package org.trustedtrader.benefits.recognition.export.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.CompanyProjection;
import org.trustedtrader.benefits.recognition.export.CompanyProjections;
import org.trustedtrader.platform.mongo.MongoProjection;

/** Names and TINs of our companies, in the collection {@code company_views}. */
@Component
final class MongoCompanyProjections implements CompanyProjections {

    private static final String TINS = "view.tins";

    private final MongoProjection<CompanyProjection> projection;

    MongoCompanyProjections(MongoDatabase database) {
        this.projection = new MongoProjection<>(
                database, "company_views", CompanyProjection.class, new IndexModel(Indexes.ascending(TINS)));
    }

    @Override
    public void keep(CompanyProjection company) {
        projection.keepNewest(company.bn9(), company.version(), company);
    }

    @Override
    public List<CompanyProjection> withTin() {
        return projection.find(Filters.gt(TINS, ""));
    }

    @Override
    public Map<String, String> of(Collection<String> tins) {
        Map<String, String> names = new HashMap<>();
        if (!tins.isEmpty()) {
            for (var company : projection.find(Filters.in(TINS, tins))) {
                company.tins().forEach(tin -> names.put(tin, company.legalName()));
            }
        }
        return names;
    }
}
