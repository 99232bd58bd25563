package org.trustedtrader.enrolment.application.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.application.ApplicationReports;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Reports of assessment and validation in MongoDB, the newest of each assessment and each visit. */
@Component
final class MongoReviewReports implements ReviewReports {

    static final RecordCodec<AssessmentReport> ASSESSMENT = RecordCodec.builder(AssessmentReport.class)
            .absent(AssessmentReport.class, "actionPlanAgreed", false)
            .build();

    static final RecordCodec<StoredVisit> VISIT = RecordCodec.builder(StoredVisit.class)
            .inlined(StoredVisit.class, "report")
            .inlined(VisitReport.class, "subject")
            .absent(VisitReport.class, "open", false)
            .absent(VisitReport.class, "dropsSite", false)
            .build();

    private final MongoProjection<AssessmentReport> assessments;
    private final MongoProjection<StoredVisit> visits;

    MongoReviewReports(MongoDatabase database) {
        assessments = new MongoProjection<>(database, "assessment_reports", ASSESSMENT);
        visits = new MongoProjection<>(
                database, "visit_reports", VISIT, new IndexModel(Indexes.ascending("view.applicationId")));
    }

    /** A report together with the application that it is about. */
    record StoredVisit(String applicationId, VisitReport report) {}

    @Override
    public void keep(String applicationId, AssessmentReport report) {
        assessments.keepNewest(applicationId, report.version(), report);
    }

    @Override
    public void keep(String applicationId, VisitReport report) {
        visits.keepNewest(report.visitId(), report.version(), new StoredVisit(applicationId, report));
    }

    @Override
    public ApplicationReports about(String applicationId) {
        return new ApplicationReports(
                assessments.find(applicationId),
                visits.find(Filters.eq("view.applicationId", applicationId)).stream()
                        .map(StoredVisit::report)
                        .toList());
    }
}
