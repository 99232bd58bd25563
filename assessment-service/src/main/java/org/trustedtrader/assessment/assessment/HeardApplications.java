package org.trustedtrader.assessment.assessment;

import java.util.Optional;

/** Enrolment's applications as this service last heard of them. */
public interface HeardApplications {

    /** @return false if a newer version was heard before */
    boolean keepNewest(ApplicationHeard application);

    Optional<ApplicationHeard> find(String id);
}
