package org.trustedtrader.enrolment.membership.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.platform.mongo.MongoProjection;

/** The newest version of each report, in collections of their own. */
@Component
final class MongoMemberReports implements MemberReports {

    private final MongoProjection<AssessmentReport> assessments;
    private final MongoProjection<VisitReport> visits;

    MongoMemberReports(MongoDatabase database) {
        assessments = new MongoProjection<>(database, "member_assessments", AssessmentReport.class);
        visits = new MongoProjection<>(
                database, "member_visits", VisitReport.class, new IndexModel(Indexes.ascending("view.membershipId")));
    }

    @Override
    public void keep(String membershipId, long version, AssessmentReport report) {
        assessments.keepNewest(membershipId, version, report);
    }

    @Override
    public void keep(String visitId, long version, VisitReport report) {
        visits.keepNewest(visitId, version, report);
    }

    @Override
    public Optional<AssessmentReport> assessment(String membershipId) {
        return assessments.find(membershipId);
    }

    @Override
    public List<VisitReport> visits(String membershipId) {
        return visits.find(Filters.eq("view.membershipId", membershipId));
    }
}
