package org.trustedtrader.platform.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what: one row per endpoint, and whatever has no row is denied. Of several rows for one path the most
 * specific pattern counts. Whether a caller may see a certain record is not decided here but by the record itself.
 */
public final class AccessTable {

    private final List<Row> rows;

    private AccessTable(List<Row> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(Row::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /** One row; no method means every method, and no roles means every authenticated caller. */
    public record Row(@Nullable HttpMethod method, PathPattern pattern, Set<String> roles) {

        private boolean covers(HttpMethod asked) {
            return method == null || method.equals(asked) || (method == HttpMethod.GET && asked == HttpMethod.HEAD);
        }

        private boolean admits(Set<String> held) {
            return roles.isEmpty() || held.stream().anyMatch(roles::contains);
        }
    }

    /** What the table says of a request: admitted, role missing, or no row for the method or the path at all. */
    public enum Verdict {
        ADMITTED,
        ROLE_MISSING,
        UNKNOWN_METHOD,
        UNKNOWN_PATH
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Row> rows() {
        return rows;
    }

    /** @param roles the roles that the signed-in caller holds */
    public Verdict judge(HttpMethod method, String path, Set<String> roles) {
        List<Row> ofPath = ofPath(path);
        if (ofPath.isEmpty()) {
            return Verdict.UNKNOWN_PATH;
        }
        return ofPath.stream()
                .filter(row -> row.covers(method))
                .findFirst()
                .map(row -> row.admits(roles) ? Verdict.ADMITTED : Verdict.ROLE_MISSING)
                .orElse(Verdict.UNKNOWN_METHOD);
    }

    /** The methods that a path has rows for, in alphabetical order. */
    public Set<String> methods(String path) {
        return ofPath(path).stream()
                .map(Row::method)
                .filter(method -> method != null)
                .map(HttpMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** This table with the rows of another one added. */
    public AccessTable and(AccessTable other) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new AccessTable(all);
    }

    private List<Row> ofPath(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return rows.stream().filter(row -> row.pattern().matches(parsed)).toList();
    }

    /** Collects the rows in the order in which a reader wants to see them. */
    public static final class Builder {

        private final List<Row> rows = new ArrayList<>();

        private Builder() {}

        /** Callers with at least one of these roles may call it. */
        public Builder allow(HttpMethod method, String pattern, String... roles) {
            if (roles.length == 0) {
                throw new IllegalArgumentException(method + " " + pattern + " names no role");
            }
            return add(method, pattern, Set.of(roles));
        }

        /** Callers with at least one role of the group may call it; see {@link org.trustedtrader.platform.access.Roles}. */
        public Builder allow(HttpMethod method, String pattern, Collection<String> group) {
            return add(method, pattern, Set.copyOf(group));
        }

        public Builder allow(HttpMethod method, String pattern, Collection<String> group, Collection<String> other) {
            return allow(
                    method,
                    pattern,
                    Stream.of(group, other).flatMap(Collection::stream).collect(Collectors.toSet()));
        }

        public Builder allow(HttpMethod method, String pattern, Collection<String> group, String... further) {
            return allow(method, pattern, group, List.of(further));
        }

        /** Everybody who has signed in may call it. */
        public Builder allowAuthenticated(HttpMethod method, String pattern) {
            return add(method, pattern, Set.of());
        }

        Builder allowEveryMethod(String pattern, String... roles) {
            return add(null, pattern, Set.of(roles));
        }

        public AccessTable build() {
            return new AccessTable(rows);
        }

        private Builder add(@Nullable HttpMethod method, String pattern, Set<String> roles) {
            rows.add(new Row(method, PathPatternParser.defaultInstance.parse(pattern), roles));
            return this;
        }
    }
}
