package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.mongo.ProjectionStore;

@Component
final class MongoCompanySites implements CompanySites {

    private final ProjectionStore views;

    MongoCompanySites(MongoDatabase database) {
        views = new ProjectionStore(database, "heardCompanies");
    }

    @Override
    public void keepNewest(String businessNumber, long version, List<Place> sites) {
        var view =
                new Document("sites", sites.stream().map(RiskDocuments::write).toList());
        views.keepNewest(businessNumber, version, view);
    }

    @Override
    public Optional<List<Place>> sitesOf(String businessNumber) {
        return views.find(businessNumber).map(view -> Fields.list(view, "sites", RiskDocuments::readPlace));
    }
}
