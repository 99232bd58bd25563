package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.review.ApplicationSnapshot;
import org.trustedtrader.assessment.review.ApplicationSnapshots;
import org.trustedtrader.platform.mongo.MongoProjection;

@Component
final class MongoApplicationSnapshots implements ApplicationSnapshots {

    private final MongoProjection<View> projection;

    MongoApplicationSnapshots(MongoDatabase database) {
        projection = new MongoProjection<>(database, "heardApplications", View.class);
    }

    record View(long version, String company, Set<LineOfBusiness> linesOfBusiness, String state) {

        static View of(ApplicationSnapshot application) {
            return new View(
                    application.version(), application.company(), application.linesOfBusiness(), application.state());
        }
    }

    @Override
    public boolean keepNewest(ApplicationSnapshot application) {
        return projection.keepNewest(application.id(), application.version(), View.of(application));
    }

    @Override
    public Optional<ApplicationSnapshot> find(String id) {
        return projection
                .find(id)
                .map(view -> new ApplicationSnapshot(
                        id, view.version(), view.company(), view.linesOfBusiness(), view.state()));
    }
}
