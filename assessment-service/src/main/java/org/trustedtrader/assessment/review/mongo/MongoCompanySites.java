package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.platform.mongo.MongoProjection;

@Component
final class MongoCompanySites implements CompanySites {

    private final MongoProjection<View> projection;

    MongoCompanySites(MongoDatabase database) {
        projection = new MongoProjection<>(database, "heardCompanies", View.class);
    }

    /**
     * @param zones     absent where the company was announced before they were kept
     * @param functions likewise
     */
    record View(List<Place> sites, Set<ZoneId> zones, List<SiteFunctions> functions) {}

    @Override
    public void keepNewest(String businessNumber, long version, Sites sites) {
        projection.keepNewest(businessNumber, version, new View(sites.places(), sites.zones(), sites.functions()));
    }

    @Override
    public Optional<List<Place>> sitesOf(String businessNumber) {
        return projection.find(businessNumber).map(View::sites);
    }

    /** A site that was kept without its functions has none that are known. */
    @Override
    public List<SiteFunctions> functionsOf(String businessNumber) {
        return projection
                .find(businessNumber)
                .map(view -> view.functions().isEmpty() ? unknown(view.sites()) : view.functions())
                .orElse(List.of());
    }

    private static List<SiteFunctions> unknown(List<Place> sites) {
        return sites.stream()
                .flatMap(site -> site.siteId().stream())
                .map(id -> new SiteFunctions(id, Set.of()))
                .toList();
    }

    @Override
    public Set<ZoneId> zonesOf(String businessNumber) {
        return projection.find(businessNumber).map(View::zones).orElse(Set.of());
    }
}
