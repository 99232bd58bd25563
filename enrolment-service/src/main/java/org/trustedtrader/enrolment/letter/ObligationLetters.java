package org.trustedtrader.enrolment.letter;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What letters say about what a company owes; of what the programme owes itself there are none. */
public final class ObligationLetters implements LetterSource {

    private static final String BY_CASE = "by a compliance case";

    private final Obligations obligations;

    public ObligationLetters(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.OBLIGATION;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return obligations.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return obligations
                .find(id)
                .map(Obligation::snapshot)
                .filter(o -> o.owner() == ObligationPolicy.Owner.COMPANY)
                .map(o -> o.subject().company());
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var now = obligations.find(id).orElseThrow().snapshot();
        var facts = List.of(
                words.fact("obligation", words.code("obligation", now.subject().kind())),
                words.fact("source", now.subject().source()),
                words.fact("due", words.day(now.dueOn())));
        var reason = change.reason().equals(BY_CASE) ? words.text("letter.reason.by-case") : change.reason();
        return Particulars.of(facts, reason, kind);
    }
}
