package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Repository;

/** All visits. */
public interface Visits extends Repository<Visit> {

    /** In order of id, after the given one; an empty criterion means all. */
    List<Visit> matching(Criteria criteria, @Nullable String afterId, int limit);

    /** Visits that take up that officer's time, by an offer or an agreement. */
    List<Visit> occupying(String officer);

    /** All visits that name that application or membership, whatever their state. */
    List<Visit> ofFile(String applicationOrMembershipId);

    /** The visits of a company that have not ended. */
    List<Visit> openOf(String company);

    /** Visits that fell due, were agreed to take place, or were closed in that year, and perhaps some of the next one. */
    List<Visit> ofYear(int year);

    /** What a reader of the list asks for. */
    record Criteria(
            Optional<String> company, Optional<VisitState> state, Optional<Visit.Type> type, Optional<String> officer) {

        private static final String NOBODY = "";

        /** A caller who may not read all visits reads those of their own company only. */
        public Criteria narrowedTo(Actor reader) {
            if (Visit.readsAllVisits(reader)) {
                return this;
            }
            var own = reader.company().orElse(NOBODY);
            var asked = company.filter(other -> !other.equals(own)).isPresent() ? NOBODY : own;
            return new Criteria(Optional.of(asked), state, type, officer);
        }
    }
}
