package org.trustedtrader.enrolment.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All obligations, settled ones too. */
public interface Obligations extends Repository<Obligation> {

    /**
     * What a list is narrowed to; null for everything.
     *
     * @param dueUntil last due date
     */
    record Filter(
            @Nullable String company,
            @Nullable String membershipId,
            @Nullable String kind,
            Obligation.@Nullable State state,
            ObligationPolicy.@Nullable Owner owner,
            @Nullable LocalDate dueUntil) {}

    /** In order of id, after the given one. */
    List<Obligation> page(Filter filter, Optional<String> after, int limit);

    /** Those of a membership that are neither met nor waived nor void. */
    List<Obligation> pendingOf(String membershipId);

    /** Ids of those that are due before today, or whose reminder's day has come. */
    List<String> toLetPass(LocalDate today, int limit);
}
