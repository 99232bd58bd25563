package org.trustedtrader.enrolment.compliance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All compliance cases, closed ones too. */
public interface ComplianceCases extends Repository<ComplianceCase> {

    /** What a list is narrowed to; null for everything. */
    record Filter(
            @Nullable String company,
            @Nullable String membershipId,
            ComplianceCase.@Nullable State state,
            ComplianceCase.@Nullable Trigger trigger) {}

    /** In order of id, after the given one. */
    List<ComplianceCase> page(Filter filter, Optional<String> after, int limit);

    /** Ids of the open cases of a membership. */
    List<String> openOf(String membershipId, int limit);

    /** Ids of the open cases about that source. */
    List<String> openAbout(String source, int limit);

    /** Ids of the open cases for which a period may end; in order of id, after the given one. */
    List<String> waiting(Optional<String> after, int limit);

    /** How many open cases wait for the programme manager. */
    long escalated();
}
