package org.trustedtrader.benefits.eligibility.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.border.policy.Reason;

/**
 * Many identifiers' answers, in order.
 *
 * @param reasonTexts of every reason code that occurs
 */
record BatchView(
        String decisionId,
        List<ItemView> answers,
        Map<String, LocalizedText> reasonTexts,
        String policyVersion,
        Instant asOf,
        Instant validUntil,
        long statusAgeMillis) {

    record ItemView(
            String scheme,
            String id,
            String outcome,
            List<Reason> reasons,
            List<BenefitView> benefits,
            Map<String, Long> statusVersions) {}

    record BenefitView(String benefit, String outcome, List<Reason> reasons) {}

    static BatchView of(JournalEntry entry) {
        var answer = (Answer) entry.answer();
        Map<String, LocalizedText> texts = new TreeMap<>();
        for (var item : answer.answers()) {
            item.reasons().forEach(r -> texts.put(r.name(), r.text()));
            item.benefits().forEach(b -> b.reasons().forEach(r -> texts.put(r.name(), r.text())));
        }
        return new BatchView(
                entry.id(),
                answer.answers().stream().map(BatchView::view).toList(),
                texts,
                answer.policyVersion(),
                answer.asOf(),
                answer.validUntil(),
                answer.statusAgeMillis());
    }

    static ItemView view(Answer.ItemAnswer item) {
        return new ItemView(
                item.scheme(),
                item.id(),
                item.outcome().name(),
                item.reasons(),
                item.benefits().stream()
                        .map(b ->
                                new BenefitView(b.benefit().name(), b.outcome().name(), b.reasons()))
                        .toList(),
                item.versions());
    }
}
