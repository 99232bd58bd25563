package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the catalogue. An older one stays readable for as long as a profile was answered under it. */
public final class Catalogues {

    private final List<Catalogue> oldestFirst;

    public Catalogues(List<Catalogue> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there is no catalogue");
        }
        oldestFirst = new ArrayList<>(versions);
        oldestFirst.sort(Comparator.comparing(Catalogue::effectiveFrom));
        if (versions.stream().map(Catalogue::version).distinct().count() < versions.size()
                || versions.stream().map(Catalogue::effectiveFrom).distinct().count() < versions.size()) {
            throw new IllegalArgumentException("two catalogues have the same version or the same first day");
        }
    }

    /** The newest version that is in effect on that day; before the first one begins, the first one. */
    public Catalogue on(LocalDate day) {
        return oldestFirst.stream()
                .filter(catalogue -> !catalogue.effectiveFrom().isAfter(day))
                .reduce((older, newer) -> newer)
                .orElse(oldestFirst.getFirst());
    }

    public Optional<Catalogue> find(String version) {
        return oldestFirst.stream()
                .filter(catalogue -> catalogue.version().equals(version))
                .findFirst();
    }

    /** A version that a profile was answered under: it can only be missing if somebody removed a file. */
    public Catalogue kept(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of the catalogue was removed"));
    }

    public List<Catalogue> all() {
        return List.copyOf(oldestFirst);
    }
}
