package org.trustedtrader.enrolment.application.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.enrolment.application.ApplicationSnapshot;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.Terms;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

/**
 * An application as a document. {@code openFor} names the company only while the application is open: its unique index lets
 * a company have one. {@code lapsesAt} is there while silence would end the application.
 */
final class ApplicationMapping implements AggregateMapping<MembershipApplication> {

    @Override
    public String aggregate() {
        return "application";
    }

    @Override
    public String collection() {
        return "applications";
    }

    @Override
    public Document state(MembershipApplication application) {
        var s = application.snapshot();
        return Fields.empty()
                .put("company", s.company())
                .put("state", s.state())
                .put("openFor", s.open() ? s.company() : null)
                .put("lapsesAt", s.lapsesAt())
                .put("declarations", DeclarationDocuments.write(s.declarations()))
                .put("considerations", DeclarationDocuments.write(s.considerations()))
                .put("timeline", TimelineDocuments.write(s.timeline()))
                .put("review", ReviewDocuments.write(s.review()))
                .put("terms", terms(s.terms()))
                .put("membershipEnded", s.membershipEnded())
                .document();
    }

    @Override
    public MembershipApplication restore(Aggregate.Stored stored, Document state) {
        var fields = new Fields(state);
        return MembershipApplication.restore(
                stored,
                new ApplicationSnapshot(
                        fields.text("company"),
                        fields.constant("state", ApplicationState.class),
                        DeclarationDocuments.declarations(fields.part("declarations")),
                        DeclarationDocuments.considerations(fields.parts("considerations")),
                        TimelineDocuments.read(fields.part("timeline")),
                        ReviewDocuments.read(fields.part("review")),
                        terms(fields.part("terms")),
                        fields.flag("membershipEnded")));
    }

    @Override
    public Object announcement(MembershipApplication application) {
        return ApplicationAnnouncement.of(application);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(
                        Indexes.ascending("state.openFor"),
                        new IndexOptions().unique(true).sparse(true)),
                new IndexModel(Indexes.ascending("state.company", "_id")),
                new IndexModel(Indexes.ascending("state.state", "_id")),
                new IndexModel(Indexes.ascending("state.lapsesAt"), new IndexOptions().sparse(true)));
    }

    private static Document terms(Terms terms) {
        return Fields.empty()
                .put("version", terms.version())
                .put("signedBy", terms.signedBy())
                .put("signedAt", terms.signedAt())
                .document();
    }

    private static Terms terms(Fields terms) {
        return new Terms(terms.textOrNull("version"), terms.textOrNull("signedBy"), terms.instantOrNull("signedAt"));
    }
}
