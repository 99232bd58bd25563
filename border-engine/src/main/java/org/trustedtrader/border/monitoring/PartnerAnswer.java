package org.trustedtrader.border.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.policy.Reason;

/**
 * The answer with all that it follows from. The asker is told the disclosure and the times only; reasons and versions are for
 * officers.
 *
 * @param validUntil of what is not disclosed it says nothing about the company that was asked about
 * @param versions   the newest known version of each aggregate that the answer follows from, consents among them
 */
public record PartnerAnswer(
        Disclosure disclosure,
        List<Reason> reasons,
        Map<String, Long> versions,
        String policyVersion,
        Instant asOf,
        Instant validUntil,
        long statusAgeMillis) {}
