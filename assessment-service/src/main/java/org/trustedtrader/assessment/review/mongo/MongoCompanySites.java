package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** @param zones absent where the company was announced before they were kept */
    record View(List<Place> sites, Set<ZoneId> zones) {}

    @Override
    public void keepNewest(String businessNumber, long version, List<Place> sites, Set<ZoneId> zones) {
        projection.keepNewest(businessNumber, version, new View(sites, zones));
    }

    @Override
    public Optional<List<Place>> sitesOf(String businessNumber) {
        return projection.find(businessNumber).map(View::sites);
    }

    @Override
    public Set<ZoneId> zonesOf(String businessNumber) {
        return projection.find(businessNumber).map(View::zones).orElse(Set.of());
    }
}
