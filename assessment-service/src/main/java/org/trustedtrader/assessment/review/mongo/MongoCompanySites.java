package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.mongo.MongoProjection;

@Component
final class MongoCompanySites implements CompanySites {

    private final MongoProjection<View> projection;

    MongoCompanySites(MongoDatabase database) {
        projection = new MongoProjection<>(database, "heardCompanies", View.class);
    }

    record View(List<Place> sites) {}

    @Override
    public void keepNewest(String businessNumber, long version, List<Place> sites) {
        projection.keepNewest(businessNumber, version, new View(sites));
    }

    @Override
    public Optional<List<Place>> sitesOf(String businessNumber) {
        return projection.find(businessNumber).map(View::sites);
    }
}
