package org.trustedtrader.enrolment.membership.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipSnapshot;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.Tier;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

/** A membership as a document. */
final class MembershipMapping implements AggregateMapping<Membership> {

    @Override
    public String aggregate() {
        return "membership";
    }

    @Override
    public String collection() {
        return "memberships";
    }

    @Override
    public Document state(Membership membership) {
        var s = membership.snapshot();
        return Fields.empty()
                .put("company", s.company())
                .putEnums("linesOfBusiness", s.linesOfBusiness())
                .put("state", s.state())
                .put("tier", s.tier())
                .put("memberSince", s.memberSince())
                .put("revalidationDueOn", s.revalidationDueOn())
                .put("reasonCode", s.reasonCode())
                .put("legalBasis", s.legalBasis())
                .put("effectiveAt", s.effectiveAt())
                .put("resumeTo", s.resumeTo())
                .put("cancelledBy", s.cancelledBy())
                .put("appealDueAt", s.appealDueAt())
                .document();
    }

    @Override
    public Membership restore(Aggregate.Stored stored, Document state) {
        var fields = new Fields(state);
        return Membership.restore(
                stored,
                new MembershipSnapshot(
                        fields.text("company"),
                        fields.constants("linesOfBusiness", LineOfBusiness.class),
                        fields.constant("state", MembershipState.class),
                        fields.constant("tier", Tier.class),
                        fields.day("memberSince"),
                        fields.day("revalidationDueOn"),
                        fields.constant("reasonCode", ReasonCode.class),
                        fields.text("legalBasis"),
                        fields.instant("effectiveAt"),
                        fields.constantOrNull("resumeTo", MembershipState.class),
                        fields.textOrNull("cancelledBy"),
                        fields.instantOrNull("appealDueAt")));
    }

    @Override
    public Object announcement(Membership membership) {
        return MembershipAnnouncement.of(membership);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("state.company", "_id")),
                new IndexModel(Indexes.ascending("state.state", "state.revalidationDueOn")),
                new IndexModel(Indexes.ascending("state.appealDueAt"), new IndexOptions().sparse(true)));
    }
}
