package org.trustedtrader.benefits.decision;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** What answers follow from: what is known and rules now, or was known and ruled at an earlier time. */
public final class StatusQuery {

    private final BorderStatus status;
    private final PublishedPolicies policies;
    private final Lease lease;

    public StatusQuery(BorderStatus status, PublishedPolicies policies, Lease lease) {
        this.status = status;
        this.policies = policies;
        this.lease = lease;
    }

    /** @param knownAt programme time; null for all that is known. Of an earlier time the store is read, and waited for */
    public <A> A answer(@Nullable Instant knownAt, BiFunction<Policies, Status, A> answering) {
        if (knownAt == null) {
            return status.consistently(rules -> answering.apply(rules, status));
        }
        var then = policies.knownAt(knownAt);
        try {
            return answering.apply(then, status.asKnownAt(lease.recordedBy(knownAt), then));
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable(Message.of("border.history-unavailable"));
        }
    }

    /** The same as when these were the newest versions heard, however many were since. */
    public <A> A again(
            @Nullable Instant knownAt,
            Map<String, Long> versions,
            PublishedPolicies.Answered answered,
            BiFunction<Policies, Status, A> answering) {
        var then = policies.knownTo(answered);
        var known = knownAt == null
                ? status.asKnownWith(versions, then)
                : status.asKnownAt(lease.recordedBy(knownAt), versions, then);
        return answering.apply(then, known);
    }

    /** By when rules were published that an answer could follow from. */
    public static Instant rulesKnownAt(@Nullable Instant knownAt, Instant askedAt) {
        return knownAt == null ? askedAt : knownAt;
    }
}
