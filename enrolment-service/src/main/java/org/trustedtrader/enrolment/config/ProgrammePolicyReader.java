package org.trustedtrader.enrolment.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.application.Deadlines;
import org.trustedtrader.enrolment.application.EligibilityThresholds;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.enrolment.changereport.ChangePolicies;
import org.trustedtrader.enrolment.changereport.ChangePolicies.ChangePolicy;
import org.trustedtrader.enrolment.changereport.ChangePolicies.Weight;
import org.trustedtrader.enrolment.changereport.ChangeReportRules;
import org.trustedtrader.enrolment.company.ConfirmationPeriod;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Consequence;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicy;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.publication.ShippedVersion;
import org.trustedtrader.platform.publication.web.DocumentSchema;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads programme policies. What a version that was published for an older program does not say is as it ships; what it says
 * beyond is left aside.
 */
final class ProgrammePolicyReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHIPPED = "/policy/programme-2026-11-01.json";
    private static final String SCHEMA = "/policy/schema/programme-policy.schema.json";

    private final ObjectNode shipped = (ObjectNode) JSON.readTree(resource(SHIPPED));

    ShippedVersion shipped() {
        return new ShippedVersion(
                shipped.get("version").asString(),
                DocumentSchema.time(shipped.get("effectiveFrom").asString()),
                shipped.toString());
    }

    DocumentSchema schema() {
        return new DocumentSchema(resource(SCHEMA), ProgrammePolicyReader::beyondSchema);
    }

    ProgrammePolicy read(String file) {
        var policy = shipped.deepCopy();
        merge(policy, JSON.readTree(file));
        return new ProgrammePolicy(
                obligations(policy.get("obligations")),
                changes(policy.get("changes")),
                memberships(policy),
                applications(policy),
                values(policy));
    }

    private static void merge(ObjectNode into, JsonNode from) {
        for (var field : from.properties()) {
            if (field.getValue().isObject() && into.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }

    private static ObligationPolicies obligations(JsonNode rows) {
        return new ObligationPolicies(rows.properties().stream()
                .map(row -> obligation(row.getKey(), row.getValue()))
                .toList());
    }

    private static ObligationPolicy obligation(String kind, JsonNode row) {
        return new ObligationPolicy(
                kind,
                Owner.valueOf(row.get("owner").asString()),
                Consequence.valueOf(row.get("consequence").asString()),
                row.get("remindersDaysBefore")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList(),
                row.get("graceDays").asInt(),
                row.path("appliesToOpen").asBoolean(false),
                row.get("source").asString());
    }

    private static ChangePolicies changes(JsonNode rows) {
        return new ChangePolicies(rows.properties().stream()
                .map(row -> new ChangePolicy(
                        row.getKey(),
                        Weight.valueOf(row.getValue().get("weight").asString()),
                        row.getValue().get("source").asString()))
                .toList());
    }

    private static ProgrammePolicy.Memberships memberships(JsonNode policy) {
        var membership = policy.get("membership");
        var compliance = policy.get("compliance");
        var reports = policy.get("changeReports");
        var review = policy.get("annualReview");
        return new ProgrammePolicy.Memberships(
                new MembershipRules(
                        value(membership, "revalidationYears"),
                        value(membership, "highRiskRevalidationYears"),
                        value(membership, "revalidationOpensMonths"),
                        value(membership, "appealDays"),
                        value(membership, "confirmationDays"),
                        value(membership, "objectionDays"),
                        value(membership, "objectionAnswerDays"),
                        value(membership, "suspensionReviewDays")),
                new ComplianceRules(
                        value(compliance, "deemedServedDays"),
                        value(compliance, "answerDays"),
                        value(compliance, "decisionDays"),
                        value(compliance, "pauseDays")),
                new ChangeReportRules(
                        value(reports, "triageDays"), value(reports, "decisionDays"), value(reports, "answerDays")),
                new AnnualReviewRules(
                        value(review, "opensDays"), value(review, "leastDays"), source(review, "opensDays")));
    }

    private static ProgrammePolicy.Applications applications(JsonNode policy) {
        var replies = policy.get("replyDays");
        var eligibility = policy.get("eligibility");
        var standard = policy.get("serviceStandard");
        var waiting = policy.get("reapplication");
        var identifiers = policy.get("identifiers");
        return new ProgrammePolicy.Applications(
                new Deadlines(
                        value(replies, "returned"),
                        value(replies, "information"),
                        value(replies, "informalReview"),
                        value(replies, "terms"),
                        Jurisdiction.CANADA),
                new EligibilityThresholds(
                        value(eligibility, "monthsOfTrade"),
                        value(eligibility, "daysSinceMovement"),
                        value(eligibility, "statementMonths")),
                new ServiceStandard(value(standard, "days"), source(standard, "days")),
                new ReapplicationPolicy(value(waiting, "months"), source(waiting, "months")),
                new ConfirmationPeriod(value(identifiers, "confirmationMonths"), value(identifiers, "graceDays")));
    }

    private static int value(JsonNode section, String name) {
        return section.get(name).get("value").asInt();
    }

    private static String source(JsonNode section, String name) {
        return section.get(name).get("source").asString();
    }

    /** By JSON path, without name and date. */
    private static Map<String, String> values(ObjectNode policy) {
        var values = new TreeMap<String, String>();
        for (var section : policy.properties()) {
            if (section.getValue().isObject()) {
                collect(section.getKey(), section.getValue(), values);
            }
        }
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        for (var field : node.properties()) {
            var inner = path + "." + field.getKey();
            if (field.getValue().isObject()) {
                collect(inner, field.getValue(), values);
            } else {
                values.put(
                        inner,
                        field.getValue().isString()
                                ? field.getValue().asString()
                                : field.getValue().toString());
            }
        }
    }

    /** What the programme itself owes cannot lead to a case against a member. */
    private static List<Violation> beyondSchema(JsonNode document) {
        List<Violation> violations = new ArrayList<>();
        for (var row : document.get("obligations").properties()) {
            var policy = obligation(row.getKey(), row.getValue());
            if (policy.owner() == Owner.PROGRAMME && policy.consequence().opensCase()) {
                violations.add(new Violation(
                        "obligations." + row.getKey() + ".consequence", Message.of("enrolment.policy.programme-owes")));
            }
        }
        return List.copyOf(violations);
    }

    private static String resource(String name) {
        try (var file = Objects.requireNonNull(ProgrammePolicyReader.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
