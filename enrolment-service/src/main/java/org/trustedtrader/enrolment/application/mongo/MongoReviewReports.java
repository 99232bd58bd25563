package org.trustedtrader.enrolment.application.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.Heard;
import org.trustedtrader.enrolment.application.ReviewReports;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.platform.mongo.ProjectionStore;

/** Reports of assessment and validation in MongoDB, the newest of each assessment and each visit. */
@Component
final class MongoReviewReports implements ReviewReports {

    private final ProjectionStore assessments;
    private final ProjectionStore visits;

    MongoReviewReports(MongoDatabase database) {
        assessments = new ProjectionStore(database, "assessment_reports");
        visits = new ProjectionStore(database, "visit_reports");
        database.getCollection("visit_reports").createIndex(Indexes.ascending("view.applicationId"));
    }

    @Override
    public void keep(String applicationId, AssessmentReport report) {
        var view = Fields.empty()
                .put("version", report.version())
                .put("underWay", report.underWay())
                .put("completed", report.completed())
                .put("riskRating", report.riskRating())
                .put("openMustActions", report.openMustActions())
                .putTexts("assessors", report.assessors())
                .put("answered", report.answered())
                .put("total", report.total());
        assessments.keepNewest(applicationId, report.version(), view.document());
    }

    @Override
    public void keep(String applicationId, VisitReport report) {
        var view = Fields.empty()
                .put("applicationId", applicationId)
                .put("visitId", report.visitId())
                .put("version", report.version())
                .put("at", report.at())
                .put("company", report.subject().company())
                .put("initial", report.subject().initial())
                .put("onSite", report.subject().onSite())
                .put("closed", report.closed())
                .put("outcome", report.outcome())
                .putTexts("validators", report.validators());
        visits.keepNewest(report.visitId(), report.version(), view.document());
    }

    @Override
    public Heard about(String applicationId) {
        return new Heard(
                assessments.find(applicationId).map(MongoReviewReports::assessment),
                visits.find(Filters.eq("view.applicationId", applicationId)).stream()
                        .map(MongoReviewReports::visit)
                        .toList());
    }

    private static AssessmentReport assessment(Document view) {
        var report = new Fields(view);
        return new AssessmentReport(
                view.getLong("version"),
                report.flag("underWay"),
                report.flag("completed"),
                report.constantOrNull("riskRating", RiskRating.class),
                report.number("openMustActions"),
                report.texts("assessors"),
                report.number("answered"),
                report.number("total"));
    }

    private static VisitReport visit(Document view) {
        var report = new Fields(view);
        return new VisitReport(
                report.text("visitId"),
                view.getLong("version"),
                report.instant("at"),
                new VisitReport.Subject(report.textOrNull("company"), report.flag("initial"), report.flag("onSite")),
                report.flag("closed"),
                report.constantOrNull("outcome", VisitReport.Outcome.class),
                report.texts("validators"));
    }
}
