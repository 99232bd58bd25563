package org.trustedtrader.bench.border;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;

/** A trader's history as the service stores it. A field that went wrong here would make answers wrong, which voids the run. */
final class StoredFile {

    private StoredFile() {}

    static Document of(String company, List<Revision> states) {
        return new Document("_id", Revision.COMPANY + company)
                .append("states", states.stream().map(StoredFile::state).toList());
    }

    private static Document state(Revision revision) {
        return new Document("key", revision.subject() + "/" + revision.version())
                .append("subject", revision.subject())
                .append("version", revision.version())
                .append("effectiveAt", Date.from(revision.effectiveAt()))
                .append("recordedAt", Date.from(revision.recordedAt()))
                .append("fact", fact(revision));
    }

    private static Document fact(Revision revision) {
        return switch (revision.fact()) {
            case CompanyFact company ->
                new Document("kind", "company")
                        .append("bn9", company.bn9())
                        .append("lines", sorted(company.lines()))
                        .append("identifiers", identifiers(company))
                        .append("programmes", sorted(company.programmes()));
            case MembershipFact membership -> membership(membership);
            default -> throw new IllegalArgumentException("Not of a company's file: " + revision.subject());
        };
    }

    private static Document membership(MembershipFact membership) {
        return new Document("kind", "membership")
                .append("membershipId", membership.membershipId())
                .append("company", membership.company())
                .append("number", membership.number())
                .append("status", membership.status().name())
                .append("lines", sorted(membership.lines()))
                .append("reasonCode", membership.reasonCode())
                .append("tier", String.valueOf(membership.tier()))
                .append("memberSince", String.valueOf(membership.memberSince()));
    }

    private static List<Document> identifiers(CompanyFact company) {
        return company.identifiers().stream()
                .map(i -> new Document("scheme", i.scheme().name()).append("value", i.value()))
                .toList();
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }
}
