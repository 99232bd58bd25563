package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.review.ApplicationSnapshot;
import org.trustedtrader.assessment.review.ApplicationSnapshots;
import org.trustedtrader.platform.mongo.ProjectionStore;

@Component
final class MongoApplicationSnapshots implements ApplicationSnapshots {

    private final ProjectionStore views;

    MongoApplicationSnapshots(MongoDatabase database) {
        views = new ProjectionStore(database, "heardApplications");
    }

    @Override
    public boolean keepNewest(ApplicationSnapshot application) {
        var view = new Document("version", application.version())
                .append("company", application.company())
                .append(
                        "linesOfBusiness",
                        application.linesOfBusiness().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList())
                .append("state", application.state());
        return views.keepNewest(application.id(), application.version(), view);
    }

    @Override
    public Optional<ApplicationSnapshot> find(String id) {
        return views.find(id)
                .map(view -> new ApplicationSnapshot(
                        id,
                        view.getLong("version"),
                        view.getString("company"),
                        view.getList("linesOfBusiness", String.class).stream()
                                .map(LineOfBusiness::valueOf)
                                .collect(Collectors.toSet()),
                        view.getString("state")));
    }
}
