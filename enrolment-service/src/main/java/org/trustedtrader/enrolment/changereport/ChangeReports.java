package org.trustedtrader.enrolment.changereport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All change reports, closed ones too. */
public interface ChangeReports extends Repository<ChangeReport> {

    /** What a list is narrowed to; null for everything. */
    record Filter(
            @Nullable String company,
            @Nullable String membershipId,
            ChangeReport.@Nullable State state,
            ChangeReport.@Nullable Kind kind) {}

    /** In order of id, after the given one. */
    List<ChangeReport> page(Filter filter, Optional<String> after, int limit);

    /** Those of a membership on which nobody has decided for good. */
    List<ChangeReport> openOf(String membershipId);

    /** Those of a membership that were decided with {@link ChangeReport.State#REASSESS}. */
    List<ChangeReport> reassessedOf(String membershipId);
}
