package org.trustedtrader.benefits.recognition.export.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.CompanyProjections;
import org.trustedtrader.benefits.recognition.export.CompanyProjection;
import org.trustedtrader.platform.mongo.ProjectionStore;

/** Names and TINs of our companies, in the collection {@code company_views}. */
@Component
final class MongoCompanyProjections implements CompanyProjections {

    private static final String TINS = "view.tins";

    private final ProjectionStore views;

    MongoCompanyProjections(MongoDatabase database) {
        database.getCollection("company_views").createIndex(Indexes.ascending(TINS));
        this.views = new ProjectionStore(database, "company_views");
    }

    @Override
    public void keep(CompanyProjection company) {
        var view = new Document("bn9", company.bn9())
                .append("version", company.version())
                .append("legalName", company.legalName())
                .append("address", company.address())
                .append("tins", company.tins().stream().sorted().toList());
        views.keepNewest(company.bn9(), company.version(), view);
    }

    @Override
    public List<CompanyProjection> withTin() {
        return views.find(Filters.gt(TINS, "")).stream()
                .map(MongoCompanyProjections::company)
                .toList();
    }

    @Override
    public Map<String, String> of(Collection<String> tins) {
        Map<String, String> names = new HashMap<>();
        if (!tins.isEmpty()) {
            for (var view : views.find(Filters.in(TINS, tins))) {
                var company = company(view);
                company.tins().forEach(tin -> names.put(tin, company.legalName()));
            }
        }
        return names;
    }

    private static CompanyProjection company(Document view) {
        return new CompanyProjection(
                view.getString("bn9"),
                view.getLong("version"),
                view.getString("legalName"),
                view.getString("address"),
                new HashSet<>(view.getList("tins", String.class)));
    }
}
