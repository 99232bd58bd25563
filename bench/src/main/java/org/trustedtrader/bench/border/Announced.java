package org.trustedtrader.bench.border;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.json.JsonMapper;

/** Revision states as the events in which enrolment would announce them. */
final class Announced {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Announced() {}

    static Event event(Revision revision) {
        return switch (revision.fact()) {
            case CompanyFact company -> event(revision, "company", "registered", data(company, revision));
            case MembershipFact membership ->
                event(
                        revision,
                        "membership",
                        membership.status().name().toLowerCase(Locale.ROOT),
                        data(membership, revision));
            default -> throw new IllegalArgumentException("Enrolment does not announce " + revision.subject());
        };
    }

    private static Event event(Revision revision, String aggregate, String change, Map<String, Object> data) {
        return new Event(
                "enrolment/" + revision.subject() + "/" + revision.version(),
                "enrolment." + aggregate + "." + change + ".v1",
                "enrolment",
                revision.subject(),
                revision.recordedAt(),
                revision.version(),
                "user:bench",
                "",
                JSON.writeValueAsString(data));
    }

    private static Map<String, Object> data(CompanyFact company, Revision revision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("businessNumber", company.bn9());
        data.put("legalName", "A company");
        data.put("linesOfBusiness", company.lines().stream().sorted().toList());
        data.put("programmeAccounts", accounts(company));
        company.identifiers().stream()
                .filter(identifier -> identifier.scheme() == Scheme.CARRIER_CODE)
                .forEach(code -> data.put("carrierCode", code.value()));
        data.put("sites", List.of());
        data.put("effectiveAt", revision.effectiveAt().toString());
        return data;
    }

    private static List<Map<String, String>> accounts(CompanyFact company) {
        List<Map<String, String>> accounts = new ArrayList<>();
        for (Identifier identifier : company.identifiers()) {
            if (identifier.scheme() != Scheme.CARRIER_CODE) {
                accounts.add(Map.of("programme", identifier.scheme().name(), "number", identifier.value()));
            }
        }
        company.programmes().forEach(programme -> accounts.add(Map.of("programme", programme, "number", "1")));
        return accounts;
    }

    private static Map<String, Object> data(MembershipFact membership, Revision revision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("membershipId", membership.membershipId());
        data.put("membershipNumber", membership.number());
        data.put("company", membership.company());
        data.put("programme", "PIP");
        data.put("linesOfBusiness", membership.lines().stream().sorted().toList());
        data.put("state", membership.status().name());
        data.put("tier", String.valueOf(membership.tier()));
        data.put("memberSince", String.valueOf(membership.memberSince()));
        data.put("reasonCode", membership.reasonCode());
        data.put("effectiveAt", revision.effectiveAt().toString());
        return data;
    }
}
