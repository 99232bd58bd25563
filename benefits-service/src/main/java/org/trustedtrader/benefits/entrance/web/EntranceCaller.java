package org.trustedtrader.benefits.entrance.web;

import io.github.bucket4j.Bucket;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.security.AccessTable;

/**
 * A caller whose token was checked, and what the access table grants it of the three endpoints that are answered here.
 * A caller without one is refused by the ordinary chain.
 *
 * @param bucket shared by all tokens of one client; null for no limit
 */
record EntranceCaller(
        Actor actor,
        boolean single,
        boolean batch,
        boolean crossings,
        @Nullable Bucket bucket) {

    private static final String SINGLE = "/v1/eligibility/{scheme}/{id}";

    static EntranceCaller of(Actor actor, AccessTable table, @Nullable Bucket bucket) {
        Set<String> roles = actor.roles();
        return new EntranceCaller(
                actor,
                granted(table, HttpMethod.GET, "/v1/eligibility/scheme/id", roles),
                granted(table, HttpMethod.POST, "/v1/eligibility/batch", roles),
                granted(table, HttpMethod.POST, "/v1/crossings", roles),
                bucket);
    }

    private static boolean granted(AccessTable table, HttpMethod method, String path, Set<String> roles) {
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
            throw new IllegalStateException("The border's entrance expects one row for " + SINGLE + ", not " + rows);
        }
    }

    boolean mayAsk(RequestTarget.Kind kind) {
        return switch (kind) {
            case SINGLE -> single;
            case BATCH -> batch;
            case CROSSING -> crossings;
            case UNUSUAL, ELSEWHERE, MALFORMED -> false;
        };
    }

    boolean isWithinLimit() {
        return bucket == null || bucket.tryConsume(1);
    }
}
