package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.validation.visit.ApplicationProjection;

/** The newest version of each application, and of each assessment in state COMPLETED. */
@Component
final class MongoApplicationProjection implements ApplicationProjection {

    private static final Set<String> ENDED = Set.of("WITHDRAWN", "DENIED", "LAPSED");

    private final MongoProjection<ApplicationView> applications;
    private final MongoProjection<CompletedAssessment> assessments;

    MongoApplicationProjection(MongoDatabase database) {
        this.applications = new MongoProjection<>(database, "application-views", ApplicationView.class);
        this.assessments = new MongoProjection<>(database, "assessment-views", CompletedAssessment.class);
    }

    record ApplicationView(String state, @Nullable String company) {}

    @Override
    public boolean keepApplication(String applicationId, long version, String state, @Nullable String company) {
        return applications.keepNewest(applicationId, version, new ApplicationView(state, company));
    }

    @Override
    public boolean keepCompletedAssessment(String applicationId, long version, CompletedAssessment assessment) {
        return assessments.keepNewest(applicationId, version, assessment);
    }

    @Override
    public Optional<CompletedAssessment> completedAssessment(String applicationId) {
        return assessments.find(applicationId);
    }

    @Override
    public Optional<String> ending(String applicationId) {
        return applications.find(applicationId).map(ApplicationView::state).filter(ENDED::contains);
    }

    @Override
    public Optional<String> companyOf(String applicationId) {
        return applications
                .find(applicationId)
                .map(ApplicationView::company)
                .or(() -> completedAssessment(applicationId).map(CompletedAssessment::company));
    }
}
