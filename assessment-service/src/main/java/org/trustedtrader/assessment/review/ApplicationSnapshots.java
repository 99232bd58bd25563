package org.trustedtrader.assessment.review;

import java.util.Optional;

/** Enrolment's applications as this service last heard of them. */
public interface ApplicationSnapshots {

    /** @return false if a newer version was heard before */
    boolean keepNewest(ApplicationSnapshot application);

    Optional<ApplicationSnapshot> find(String id);
}
