package org.trustedtrader.enrolment.letter;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What letters say about a company's identifiers. */
public final class IdentifierLetters implements LetterSource {

    private final Companies companies;

    public IdentifierLetters(Companies companies) {
        this.companies = companies;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.COMPANY;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return companies.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return companies.find(id).map(Company::id);
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var facts = List.of(words.fact("business-number", id), words.fact("identifier", change.reason()));
        var reason = kind == LetterKind.IDENTIFIERS_EXPIRED ? words.text("letter.reason.not-reconfirmed") : "";
        return Particulars.of(facts, reason, kind);
    }
}
