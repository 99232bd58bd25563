package org.trustedtrader.benefits.recognition.mongo;

import java.time.LocalDate;
import java.util.HashSet;
import org.bson.Document;
import org.trustedtrader.benefits.recognition.MemberDetails;

/** What is said of a member, as a document. */
public final class DetailsDocuments {

    private DetailsDocuments() {}

    public static Document write(MemberDetails details) {
        var document = new Document("name", details.name())
                .append("address", details.address())
                .append("country", details.country())
                .append("programme", details.programme())
                .append("roles", details.roles().stream().sorted().toList())
                .append("statusDate", details.statusDate().toString())
                .append("authorisationDate", details.authorisationDate().toString());
        if (details.endDate() != null) {
            document.append("endDate", details.endDate().toString());
        }
        return document;
    }

    public static MemberDetails read(Document document) {
        return new MemberDetails(
                document.getString("name"),
                document.getString("address"),
                document.getString("country"),
                document.getString("programme"),
                new HashSet<>(document.getList("roles", String.class)),
                LocalDate.parse(document.getString("statusDate")),
                LocalDate.parse(document.getString("authorisationDate")),
                document.containsKey("endDate") ? LocalDate.parse(document.getString("endDate")) : null);
    }
}
