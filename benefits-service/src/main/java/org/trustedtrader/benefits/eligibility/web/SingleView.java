package org.trustedtrader.benefits.eligibility.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.policy.Reason;

/** One identifier's answer, reasons with their texts. */
record SingleView(
        String decisionId,
        String scheme,
        String id,
        String outcome,
        List<ReasonView> reasons,
        List<BenefitView> benefits,
        Map<String, Long> statusVersions,
        String policyVersion,
        Instant asOf,
        Instant validUntil,
        long statusAgeMillis) {

    record BenefitView(String benefit, String outcome, List<ReasonView> reasons) {}

    record ReasonView(String code, String en, String fr) {

        static List<ReasonView> of(List<Reason> reasons) {
            return reasons.stream()
                    .map(r -> new ReasonView(r.name(), r.text().en(), r.text().fr()))
                    .toList();
        }
    }

    static SingleView of(JournalEntry entry) {
        var answer = (Answer) entry.answer();
        var item = answer.answers().getFirst();
        return new SingleView(
                entry.id(),
                item.scheme(),
                item.id(),
                item.outcome().name(),
                ReasonView.of(item.reasons()),
                item.benefits().stream()
                        .map(b ->
                                new BenefitView(b.benefit().name(), b.outcome().name(), ReasonView.of(b.reasons())))
                        .toList(),
                item.versions(),
                answer.policyVersion(),
                answer.asOf(),
                answer.validUntil(),
                answer.statusAgeMillis());
    }
}
