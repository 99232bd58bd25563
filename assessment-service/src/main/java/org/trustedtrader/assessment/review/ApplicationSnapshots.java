package org.trustedtrader.assessment.review;

import java.util.Optional;

/** A projection of enrolment's applications: the newest version of each. */
public interface ApplicationSnapshots {

    /** @return false if a newer version is there already */
    boolean keepNewest(ApplicationSnapshot application);

    Optional<ApplicationSnapshot> find(String id);
}
