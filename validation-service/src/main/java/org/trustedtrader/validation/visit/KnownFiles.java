package org.trustedtrader.validation.visit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this service has heard of the applications and assessments that visits belong to: the newest of each. */
public interface KnownFiles {

    /**
     * Keeps what an application's version says.
     *
     * @param company BN9, null if it was not said
     * @return false only if a newer version is known: then there is nothing to do
     */
    boolean noteApplication(String applicationId, long version, String state, @Nullable String company);

    /** Likewise of an assessment that is completed in that version. */
    boolean noteCompletedAssessment(String applicationId, long version, CompletedAssessment assessment);

    /** The newest completed assessment of that application. */
    Optional<CompletedAssessment> completedAssessment(String applicationId);

    /** The state in which the application ended without a membership: withdrawn, denied or lapsed. */
    Optional<String> ending(String applicationId);

    /** Whose application that is, BN9; empty while nothing was heard of it. */
    Optional<String> companyOf(String applicationId);

    /** What a visit needs of an assessment. */
    record CompletedAssessment(String company, RiskLevel risk) {}
}
