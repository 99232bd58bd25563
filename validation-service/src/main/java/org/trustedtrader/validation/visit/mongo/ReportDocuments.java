package org.trustedtrader.validation.visit.mongo;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.Report;

/** The report as a document. */
final class ReportDocuments {

    private ReportDocuments() {}

    static @Nullable Document write(@Nullable Report report) {
        if (report == null) {
            return null;
        }
        var document = new Document("summary", report.summary()).append("responseDays", report.responseDays());
        VisitMapping.put(document, "issuedAt", report.issuedAt() == null ? null : Date.from(report.issuedAt()));
        return document;
    }

    static @Nullable Report read(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        var issuedAt = document.getDate("issuedAt");
        return new Report(
                document.getString("summary"),
                issuedAt == null ? null : issuedAt.toInstant(),
                document.getInteger("responseDays"));
    }
}
