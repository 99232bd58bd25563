package org.trustedtrader.validation.visit.mongo;

import java.util.List;
import org.bson.Document;
import org.trustedtrader.validation.visit.Finding;
import org.trustedtrader.validation.visit.FindingKind;
import org.trustedtrader.validation.visit.FindingState;
import org.trustedtrader.validation.visit.Findings;

/** Findings as documents, in their order. */
final class FindingDocuments {

    private FindingDocuments() {}

    static List<Document> write(Findings findings) {
        return findings.all().stream().map(FindingDocuments::write).toList();
    }

    static Findings read(List<Document> documents) {
        return new Findings(documents.stream().map(FindingDocuments::read).toList());
    }

    private static Document write(Finding finding) {
        var document = new Document("id", finding.id())
                .append("kind", finding.kind().name())
                .append("area", finding.area())
                .append("text", finding.text())
                .append("state", finding.state().name());
        VisitMapping.put(document, "criterion", finding.criterion());
        VisitMapping.put(document, "response", finding.response());
        VisitMapping.put(document, "judgement", finding.judgement());
        return document;
    }

    private static Finding read(Document document) {
        return new Finding(
                document.getString("id"),
                FindingKind.valueOf(document.getString("kind")),
                document.getString("area"),
                document.getString("criterion"),
                document.getString("text"),
                FindingState.valueOf(document.getString("state")),
                document.getString("response"),
                document.getString("judgement"));
    }
}
