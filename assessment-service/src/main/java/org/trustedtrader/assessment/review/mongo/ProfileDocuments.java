package org.trustedtrader.assessment.review.mongo;

import java.util.Date;
import org.bson.Document;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.EvidenceFile;

/** Answers and evidence files as documents. */
final class ProfileDocuments {

    private ProfileDocuments() {}

    static Document write(Answer answer) {
        var document = new Document("criterion", answer.criterion())
                .append("revision", answer.revision())
                .append("applicable", answer.applicable())
                .append("state", answer.state().name());
        Fields.text(document, "value", answer.value());
        Fields.text(document, "explanation", answer.explanation());
        Fields.text(document, "notApplicableReason", answer.notApplicableReason());
        Fields.text(document, "comment", answer.comment());
        return Fields.day(document, "exemptUntil", answer.exemptUntil());
    }

    static Answer readAnswer(Document document) {
        return new Answer(
                document.getString("criterion"),
                document.getInteger("revision"),
                document.getBoolean("applicable"),
                Answer.State.valueOf(document.getString("state")),
                Fields.text(document, "value"),
                Fields.text(document, "explanation"),
                Fields.text(document, "notApplicableReason"),
                Fields.text(document, "comment"),
                Fields.day(document, "exemptUntil"));
    }

    static Document write(EvidenceFile file) {
        var document = new Document("id", file.id())
                .append("content", file.content())
                .append("criterion", file.criterion())
                .append("kind", file.kind().name())
                .append("fileName", file.fileName())
                .append("fileVersion", file.fileVersion())
                .append("contentType", file.contentType())
                .append("size", file.size())
                .append("sha256", file.sha256())
                .append("attachedAt", Date.from(file.attachedAt()));
        return Fields.day(document, "expiresOn", file.expiresOn());
    }

    static EvidenceFile readFile(Document document) {
        return new EvidenceFile(
                document.getString("id"),
                document.getString("content"),
                document.getString("criterion"),
                EvidenceKind.valueOf(document.getString("kind")),
                document.getString("fileName"),
                document.getInteger("fileVersion"),
                document.getString("contentType"),
                document.getLong("size"),
                document.getString("sha256"),
                Fields.day(document, "expiresOn"),
                document.getDate("attachedAt").toInstant());
    }
}
