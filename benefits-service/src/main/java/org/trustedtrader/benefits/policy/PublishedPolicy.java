package org.trustedtrader.benefits.policy;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.publication.PublicationState;

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

    /** What counts of a version from its date on, understood here or not; empty unless it was published. */
    public static Optional<PublishedPolicy> of(DocumentVersion version) {
        return Optional.ofNullable(version.publication()).map(publication -> {
            var from = version.draft().effectiveFrom();
            if (version.state() != PublicationState.PUBLISHED) {
                return notUnderstood(version.id(), from, publication.at());
            }
            try {
                return read(version.draft(), publication.at());
            } catch (UnsupportedPolicyException e) {
                return notUnderstood(version.id(), from, publication.at());
            }
        });
    }

    /** Whether this program can tell what has become of the version and, if it was published, apply it. */
    public static boolean isUnderstood(DocumentVersion version) {
        return version.state() != PublicationState.NOT_UNDERSTOOD
                && (version.publication() == null
                        || of(version).map(PublishedPolicy::policy).isPresent());
    }

    /** @throws UnsupportedPolicyException if the file cannot be applied, or would change what was answered before it was published */
    public static PublishedPolicy read(PublicationDraft draft, Instant publishedAt) {
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
