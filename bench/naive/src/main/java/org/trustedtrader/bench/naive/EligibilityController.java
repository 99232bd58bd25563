package org.trustedtrader.bench.naive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Scheme;

/** A document {@code {_id: "<scheme> <id>", programmes, memberships, versions}} for each identifier, so that one read is enough. */
@RestController
class EligibilityController {

    private final MongoCollection<Document> traders;
    private final Policies policies;

    EligibilityController(MongoCollection<Document> traders, Policies policies) {
        this.traders = traders;
        this.policies = policies;
    }

    record ReasonView(String code, String en, String fr) {}

    record BenefitView(String benefit, String outcome, List<ReasonView> reasons) {}

    record AnswerView(
            String scheme,
            String id,
            String outcome,
            List<ReasonView> reasons,
            List<BenefitView> benefits,
            Map<String, Object> statusVersions,
            String policyVersion,
            Instant asOf) {}

    @GetMapping("/v1/eligibility/{scheme}/{id}")
    AnswerView one(@PathVariable String scheme, @PathVariable String id) {
        var now = Instant.now();
        var policy = policies.at(now.toEpochMilli());
        var asked = Scheme.named(scheme);
        var trader = asked == null
                ? null
                : traders.find(Filters.eq("_id", asked + " " + id)).first();
        if (trader == null) {
            return new AnswerView(
                    scheme,
                    id,
                    "INELIGIBLE",
                    views(List.of(Reason.UNKNOWN_IDENTIFIER)),
                    List.of(),
                    Map.of(),
                    policy.version(),
                    now);
        }
        var benefits = new Judgement(policy, asked, trader).benefits();
        return new AnswerView(
                scheme,
                id,
                benefits.stream().anyMatch(b -> b.outcome().equals("ELIGIBLE")) ? "ELIGIBLE" : "INELIGIBLE",
                common(benefits),
                benefits,
                trader.get("versions", Document.class),
                policy.version(),
                now);
    }

    private static List<ReasonView> common(List<BenefitView> benefits) {
        return benefits.getFirst().reasons().stream()
                .filter(reason -> benefits.stream().allMatch(b -> b.reasons().contains(reason)))
                .toList();
    }

    static List<ReasonView> views(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> new ReasonView(r.name(), r.text().en(), r.text().fr()))
                .toList();
    }
}
