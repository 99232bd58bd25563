package org.trustedtrader.border.eligibility;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Policy;

/**
 * What profiles are worth under policies, kept for the next who has the same one: the traders that are not plain share few.
 * Of too many those that came last are kept, so that it never grows.
 */
final class StandingCache {

    private static final int KEPT = 4_096;

    /** @param standing not to be changed any more */
    private record Entry(Profile profile, Policy policy, long[] standing) {}

    /** Threads may find what others have evaluated or not; what is found is whole. */
    private static final @Nullable Entry[] ENTRIES = new Entry[KEPT];

    private StandingCache() {}

    /** As {@link Standing#of}; nobody may change it. */
    static long[] of(Profile profile, Policy policy) {
        int hash = profile.hashCode() * 31 + System.identityHashCode(policy);
        int slot = (hash ^ hash >>> 16) & KEPT - 1;
        var known = ENTRIES[slot];
        if (known != null && known.policy() == policy && known.profile().equals(profile)) {
            return known.standing();
        }
        var standing = Standing.of(profile, policy);
        ENTRIES[slot] = new Entry(profile, policy, standing);
        return standing;
    }
}
