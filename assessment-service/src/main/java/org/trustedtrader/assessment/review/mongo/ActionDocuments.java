package org.trustedtrader.assessment.review.mongo;

import java.time.LocalDate;
import org.bson.Document;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Level;

/** Corrective actions as documents. */
final class ActionDocuments {

    private ActionDocuments() {}

    static Document write(CorrectiveAction action) {
        var document = new Document("id", action.id())
                .append("criterion", action.criterion())
                .append("level", action.level().name())
                .append("weakness", action.weakness())
                .append("state", action.state().name())
                .append("dueOn", action.dueOn().toString())
                .append("extensions", action.extensions());
        Fields.text(document, "ownerFunction", action.ownerFunction());
        Fields.text(document, "plan", action.plan());
        Fields.text(document, "outcome", action.outcome());
        Fields.text(document, "comment", action.comment());
        return Fields.day(document, "submittedOn", action.submittedOn());
    }

    static CorrectiveAction read(Document document) {
        return new CorrectiveAction(
                document.getString("id"),
                document.getString("criterion"),
                Level.valueOf(document.getString("level")),
                document.getString("weakness"),
                CorrectiveAction.State.valueOf(document.getString("state")),
                LocalDate.parse(document.getString("dueOn")),
                Fields.text(document, "ownerFunction"),
                Fields.text(document, "plan"),
                Fields.text(document, "outcome"),
                Fields.text(document, "comment"),
                Fields.day(document, "submittedOn"),
                document.getInteger("extensions"));
    }
}
