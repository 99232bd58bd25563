package org.trustedtrader.benefits.lane.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.security.AccessTable;

/**
 * A caller whose token was checked, and what the access table says of the three hot addresses. Whoever is not admitted is told
 * so by the standard chain.
 */
record Admitted(Actor actor, boolean toSingle, boolean toBatch, boolean toCrossings) {

    private static final String SINGLE = "/v1/eligibility/{scheme}/{id}";

    static Admitted of(Actor actor, AccessTable table) {
        Set<String> roles = actor.roles();
        return new Admitted(
                actor,
                judged(table, HttpMethod.GET, "/v1/eligibility/scheme/id", roles),
                judged(table, HttpMethod.POST, "/v1/eligibility/batch", roles),
                judged(table, HttpMethod.POST, "/v1/crossings", roles));
    }

    private static boolean judged(AccessTable table, HttpMethod method, String path, Set<String> roles) {
        return table.judge(method, path, roles) == AccessTable.Verdict.ADMITTED;
    }

    /** One verdict stands for every scheme and id only while no other row is about some of them. */
    static void requireOneRow(AccessTable table) {
        List<String> rows = table.rows().stream()
                .filter(row -> row.method() == null || row.method() == HttpMethod.GET)
                .map(row -> row.pattern().getPatternString())
                .filter(pattern -> pattern.startsWith("/v1/eligibility/") && pattern.split("/").length == 5
                        || pattern.startsWith("/v1/eligibility/**"))
                .toList();
        if (!rows.equals(List.of(SINGLE))) {
            throw new IllegalStateException("The border's lane expects one row for " + SINGLE + ", not " + rows);
        }
    }

    boolean to(Address.Kind kind) {
        return switch (kind) {
            case SINGLE -> toSingle;
            case BATCH -> toBatch;
            case CROSSING -> toCrossings;
            case UNUSUAL, ELSEWHERE, MALFORMED -> false;
        };
    }
}
