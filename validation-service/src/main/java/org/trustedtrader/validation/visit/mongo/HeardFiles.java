package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.mongo.ProjectionStore;
import org.trustedtrader.validation.visit.KnownFiles;
import org.trustedtrader.validation.visit.RiskLevel;

/** The newest that was heard of each application, and of each assessment in state COMPLETED. */
final class HeardFiles implements KnownFiles {

    private static final Set<String> ENDED = Set.of("WITHDRAWN", "DENIED", "LAPSED");

    private final ProjectionStore applications;
    private final ProjectionStore assessments;

    HeardFiles(MongoDatabase database) {
        this.applications = new ProjectionStore(database, "application-views");
        this.assessments = new ProjectionStore(database, "assessment-views");
    }

    @Override
    public boolean noteApplication(String applicationId, long version, String state, @Nullable String company) {
        var view = new Document("state", state);
        if (company != null) {
            view.append("company", company);
        }
        return applications.keepNewest(applicationId, version, view);
    }

    @Override
    public boolean noteCompletedAssessment(String applicationId, long version, CompletedAssessment assessment) {
        var view = new Document("company", assessment.company())
                .append("risk", assessment.risk().name());
        return assessments.keepNewest(applicationId, version, view);
    }

    @Override
    public Optional<CompletedAssessment> completedAssessment(String applicationId) {
        return assessments
                .find(applicationId)
                .map(view ->
                        new CompletedAssessment(view.getString("company"), RiskLevel.valueOf(view.getString("risk"))));
    }

    @Override
    public Optional<String> ending(String applicationId) {
        return applications
                .find(applicationId)
                .map(view -> view.getString("state"))
                .filter(ENDED::contains);
    }

    @Override
    public Optional<String> companyOf(String applicationId) {
        return applications
                .find(applicationId)
                .map(view -> view.getString("company"))
                .or(() -> completedAssessment(applicationId).map(CompletedAssessment::company));
    }
}
