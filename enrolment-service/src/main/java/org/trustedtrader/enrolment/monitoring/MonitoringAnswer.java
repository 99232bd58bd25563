package org.trustedtrader.enrolment.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One answer about a partner, with all that it follows from. The asking company receives the disclosure and the times only;
 * reasons and versions are for officers.
 *
 * @param askedBy    the user
 * @param asker      9-digit business number that the user's token vouches for
 * @param scheme     as it was written, well-formed or not, like the identifier
 * @param versions   the version of each aggregate that the answer follows from, by subject
 * @param asOf       programme time
 */
public record MonitoringAnswer(
        String decisionId,
        String askedBy,
        String asker,
        String scheme,
        String identifier,
        Disclosure disclosure,
        List<Reason> reasons,
        Map<String, Long> versions,
        Instant asOf,
        Instant validUntil) {

    /** Why nothing is disclosed. */
    public enum Reason {
        ASKER_NOT_A_MEMBER,
        UNKNOWN_IDENTIFIER,
        NOT_A_MEMBER,
        CONSENT_MISSING
    }
}
