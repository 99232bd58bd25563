package org.trustedtrader.enrolment.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.enrolment.changereport.ChangeReport;
import org.trustedtrader.enrolment.changereport.ChangeReports;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What letters say about reported changes. */
public final class ChangeReportLetters implements LetterSource {

    private final ChangeReports reports;

    public ChangeReportLetters(ChangeReports reports) {
        this.reports = reports;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.CHANGE_REPORT;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return reports.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return reports.find(id).map(report -> report.snapshot().subject().company());
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var now = reports.find(id).orElseThrow().snapshot();
        var facts = new ArrayList<LetterContent.Fact>();
        facts.add(words.fact("change-report", id));
        facts.add(words.fact(
                "change", words.code("change-kind", now.subject().kind().name())));
        if (!now.subject().changes().isEmpty()) {
            var fields =
                    now.subject().changes().stream().map(FieldChange::field).distinct();
            facts.add(words.fact("fields", String.join(", ", fields.toList())));
        }
        var remedy = remedy(ChangeReport.State.valueOf(change.to()));
        var open = now.state() == ChangeReport.State.RETURNED;
        return new Particulars(
                facts, words.coded("change-outcome", change.reason()), remedy, open ? now.dueOn() : null);
    }

    private static Remedy remedy(ChangeReport.State decided) {
        return switch (decided) {
            case RETURNED -> Remedy.EXPLAIN_CHANGE;
            case NEW_APPLICATION -> Remedy.SEE_CASE;
            case REASSESS, VISIT, REVALIDATE -> Remedy.ASK_FOR_DECISION;
            case REPORTED, TRIAGED, NO_EFFECT, VOID -> Remedy.NONE;
        };
    }
}
