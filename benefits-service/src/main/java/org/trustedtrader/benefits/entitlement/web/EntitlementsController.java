package org.trustedtrader.benefits.entitlement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.entitlement.Entitlements;
import org.trustedtrader.benefits.entitlement.ReadEntitlements;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.ParameterNames;

@RestController
@RequestMapping("/v1/entitlements")
@Tag(name = "Entitlements")
class EntitlementsController {

    private final ReadEntitlements entitlements;
    private final Clock clock;

    EntitlementsController(ReadEntitlements entitlements, Clock clock) {
        this.entitlements = entitlements;
        this.clock = clock;
    }

    record EntitlementsView(
            String company,
            Instant asOf,
            String policyVersion,
            List<MembershipView> memberships,
            List<EntitlementView> entitlements,
            Map<String, Long> statusVersions) {}

    record MembershipView(
            String membershipNumber,
            String state,
            @Nullable String tier,
            List<String> linesOfBusiness,
            @Nullable LocalDate memberSince) {}

    record EntitlementView(
            String benefit,
            String en,
            String fr,
            String minimumTier,
            String outcome,
            List<ReasonView> reasons,
            List<String> modes) {}

    record ReasonView(String code, String en, String fr) {}

    @GetMapping("/{bn9}")
    @Operation(
            summary = "What a company is entitled to",
            description = "For its own users and for officers; another company's is 404, like none."
                    + " `modes` names by which modes a benefit is had at crossings."
                    + " `asOf` (UTC, optional; `at` is another name) asks as of another time.")
    EntitlementsView read(
            @PathVariable String bn9,
            @RequestParam(required = false) @Nullable Instant asOf,
            @Parameter(deprecated = true, description = "Another name of asOf")
                    @RequestParam(required = false)
                    @Nullable
                    Instant at,
            Actor actor) {
        var time = ParameterNames.either("asOf", asOf, "at", at);
        return view(entitlements.of(bn9, time == null ? clock.instant() : time, actor));
    }

    private static EntitlementsView view(Entitlements all) {
        return new EntitlementsView(
                all.company(),
                all.asOf(),
                all.policyVersion(),
                all.memberships().stream()
                        .map(m -> new MembershipView(
                                m.number(),
                                m.status(),
                                m.tier() == null ? null : m.tier().name(),
                                m.linesOfBusiness(),
                                m.memberSince()))
                        .toList(),
                all.entitlements().stream().map(EntitlementsController::view).toList(),
                all.versions());
    }

    private static EntitlementView view(Entitlements.Entitlement one) {
        return new EntitlementView(
                one.benefit().name(),
                one.name().en(),
                one.name().fr(),
                one.minimumTier().name(),
                one.outcome().name(),
                one.reasons().stream()
                        .map(r ->
                                new ReasonView(r.name(), r.text().en(), r.text().fr()))
                        .toList(),
                one.modes().stream().map(Enum::name).toList());
    }
}
