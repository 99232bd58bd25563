package org.trustedtrader.assessment.review;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Repository;

/** All assessments, by the id of their application. */
public interface Assessments extends Repository<Assessment> {

    /**
     * Those that the actor may know of, in order of id.
     *
     * @param after the id of the last one on the page before
     */
    List<Assessment> list(
            Actor actor, Optional<Assessment.State> state, Optional<String> company, Optional<String> after, int limit);
}
