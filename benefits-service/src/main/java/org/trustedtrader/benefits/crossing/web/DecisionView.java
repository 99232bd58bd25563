package org.trustedtrader.benefits.crossing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.examination.Examination;

/** The decision as a border system reads it. */
record DecisionView(
        String decisionId,
        String outcome,
        List<BenefitView> benefits,
        Map<String, Long> statusVersions,
        String policyVersion,
        Instant asOf,
        Instant validUntil,
        long statusAgeMillis,
        @Nullable ExaminationView examination) {

    /**
     * @param rate  from 0 to 1
     * @param tier  whose rate that is; NONE of everybody who has no reduced rate
     * @param keyId which secret the draw was made with
     */
    record ExaminationView(boolean selected, double rate, String tier, String keyId) {

        static @Nullable ExaminationView of(@Nullable Examination examination) {
            if (examination == null) {
                return null;
            }
            var tier = examination.tier();
            return new ExaminationView(
                    examination.selected(),
                    examination.rate(),
                    tier == null ? "NONE" : tier.name(),
                    examination.keyId());
        }
    }

    record BenefitView(String benefit, String outcome, List<ReasonView> reasons) {}

    /**
     * @param effect     refuses, uncertain or note
     * @param about      crossing, carrier, importer or driver
     * @param identifier whose, as asked; null if about the crossing
     */
    record ReasonView(
            String code,
            String effect,
            String about,
            @Nullable String identifier,
            String en,
            String fr) {

        static ReasonView of(Finding finding) {
            var reason = finding.reason();
            return new ReasonView(
                    reason.name(),
                    reason.effect().name().toLowerCase(Locale.ROOT),
                    finding.about().name().toLowerCase(Locale.ROOT),
                    finding.identifier(),
                    reason.text().en(),
                    reason.text().fr());
        }
    }

    static DecisionView of(JournalEntry entry) {
        var answer = (CrossingAnswer) entry.answer();
        return new DecisionView(
                entry.id(),
                answer.outcome().name(),
                answer.benefits().stream()
                        .map(b -> new BenefitView(
                                b.benefit().name(),
                                b.outcome().name(),
                                b.findings().stream().map(ReasonView::of).toList()))
                        .toList(),
                answer.versions(),
                answer.policyVersion(),
                answer.asOf(),
                answer.validUntil(),
                answer.statusAgeMillis(),
                ExaminationView.of(entry.examination()));
    }
}
