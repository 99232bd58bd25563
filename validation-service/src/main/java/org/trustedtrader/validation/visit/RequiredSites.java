package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sites of a company that have to be visited for one file, as its visits say; in order of their ids. */
public record RequiredSites(List<String> ids) {

    static final RequiredSites NONE = new RequiredSites(List.of());

    public RequiredSites {
        ids = ids.stream().distinct().sorted().toList();
    }

    RequiredSites and(String siteId) {
        return new RequiredSites(Stream.concat(ids.stream(), Stream.of(siteId)).toList());
    }

    RequiredSites without(String siteId) {
        return new RequiredSites(ids.stream().filter(id -> !id.equals(siteId)).toList());
    }

    /** What the file requires once a visit is made to another site than before. */
    RequiredSites moved(Optional<String> before, String siteId) {
        return before.filter(ids::contains)
                .map(former -> without(former).and(siteId))
                .orElse(this);
    }

    /** How it is stored. */
    @Nullable
    RequiredSites orNull() {
        return ids.isEmpty() ? null : this;
    }

    /** What any of the visits of a file requires; one that was cancelled requires nothing. */
    static RequiredSites of(List<Visit> file) {
        return new RequiredSites(file.stream()
                .map(Visit::snapshot)
                .filter(visit -> visit.state() != VisitState.CANCELLED)
                .flatMap(visit -> visit.required().ids().stream())
                .toList());
    }
}
