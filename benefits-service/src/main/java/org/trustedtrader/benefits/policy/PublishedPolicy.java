package org.trustedtrader.benefits.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;

/**
 * A version that counts from its date, whether or not this program can apply it.
 *
 * @param publishedAt programme time
 * @param policy      null if this program does not understand it
 */
public record PublishedPolicy(
        String version,
        Instant effectiveFrom,
        Instant publishedAt,
        @Nullable Policy policy) {

    /** A version from before publication was recorded: known at all times. */
    static PublishedPolicy shipped(Policy policy) {
        return new PublishedPolicy(policy.version(), policy.effectiveFrom(), Instant.EPOCH, policy);
    }

    /** @throws UnsupportedPolicyException if the file cannot be applied, or would change what was answered before it was published */
    public static PublishedPolicy read(PolicyDraft draft, Instant publishedAt) {
        var policy = PolicyFiles.read(draft.file());
        if (!policy.version().equals(draft.version())
                || !policy.effectiveFrom().equals(draft.effectiveFrom())
                || policy.effectiveFrom().isBefore(publishedAt)) {
            throw new UnsupportedPolicyException("it says another version or date than it was published with");
        }
        return new PublishedPolicy(draft.version(), draft.effectiveFrom(), publishedAt, policy);
    }

    /** Nothing is granted from its date on, but no earlier than it was published. */
    public static PublishedPolicy notUnderstood(String version, Instant effectiveFrom, Instant publishedAt) {
        var from = effectiveFrom.isBefore(publishedAt) ? publishedAt : effectiveFrom;
        return new PublishedPolicy(version, from, publishedAt, null);
    }

    PublishedPolicy unclear() {
        return new PublishedPolicy(version, effectiveFrom, publishedAt, null);
    }
}
