package org.trustedtrader.validation.visit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest state of the applications and completed assessments that visits belong to, from other services' events. */
public interface ApplicationProjection {

    /**
     * Keeps what an application's version says.
     *
     * @param company BN9, null if it was not said
     * @return false only if a newer version is kept: then there is nothing to do
     */
    boolean keepApplication(String applicationId, long version, String state, @Nullable String company);

    /** Likewise of an assessment that is completed in that version. */
    boolean keepCompletedAssessment(String applicationId, long version, CompletedAssessment assessment);

    /** The newest completed assessment of that application. */
    Optional<CompletedAssessment> completedAssessment(String applicationId);

    /** The state in which the application ended without a membership: withdrawn, denied or lapsed. */
    Optional<String> ending(String applicationId);

    /** Whose application that is, BN9; empty while no event of it has arrived. */
    Optional<String> companyOf(String applicationId);

    /** What a visit needs of an assessment. */
    record CompletedAssessment(String company, RiskLevel risk) {}
}
