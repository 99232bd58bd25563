package org.trustedtrader.assessment.sitemeasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.LocalText;

/**
 * The measures that are asked of every site: data with its source.
 *
 * @param source of the list
 */
public record MeasureKinds(String version, LocalDate effectiveFrom, String source, List<Kind> measures) {

    /** @param id such as {@code FENCE} */
    public record Kind(String id, LocalText name) {

        public Kind {
            if (!id.matches("[A-Z][A-Z_]{1,39}")) {
                throw new IllegalArgumentException(id + " is no id of a measure");
            }
        }
    }

    public MeasureKinds {
        measures = List.copyOf(measures);
        if (measures.isEmpty() || measures.stream().map(Kind::id).distinct().count() < measures.size()) {
            throw new IllegalArgumentException("there is no measure, or one is there twice");
        }
        if (version.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("the measures need a version and a note on their source");
        }
    }

    Optional<Kind> find(String id) {
        return measures.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
