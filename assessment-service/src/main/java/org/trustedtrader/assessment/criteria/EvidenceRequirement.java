package org.trustedtrader.assessment.criteria;

import java.util.OptionalInt;
import java.util.Set;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * Which documents or photographs belong to the answer.
 *
 * @param validForDays how long a document counts from the day it was attached if it names no expiry itself
 * @param required     whether the profile can be submitted without any
 */
public record EvidenceRequirement(Set<EvidenceKind> kinds, OptionalInt validForDays, boolean required) {

    public EvidenceRequirement {
        kinds = SortedSets.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no kind of evidence is named");
        }
        if (validForDays.isPresent() && validForDays.getAsInt() < 1) {
            throw new IllegalArgumentException("evidence must be valid for at least one day");
        }
    }
}
