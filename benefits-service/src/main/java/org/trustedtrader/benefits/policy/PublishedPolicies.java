package org.trustedtrader.benefits.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;

/**
 * Every version that counts: those that the program ships with and those published since. A version that is not understood
 * takes its place like any other, so that from its date on nothing is granted until it is understood or succeeded.
 */
public final class PublishedPolicies {

    private final Policy first;
    private final Map<String, PublishedPolicy> versions = new TreeMap<>();
    private Policies policies;

    public PublishedPolicies(Policies shipped) {
        first = shipped.inOrder().getFirst();
        shipped.inOrder().forEach(policy -> versions.put(policy.version(), PublishedPolicy.shipped(policy)));
        policies = shipped;
    }

    /** Enters a version; one that was understood before stays so. */
    public synchronized void enter(PublishedPolicy published) {
        var known = versions.get(published.version());
        if (known == null || known.policy() == null || known.publishedAt().equals(Instant.EPOCH)) {
            versions.put(published.version(), published);
            if (known == null || !known.equals(published)) {
                policies = policies(versions.values());
            }
        }
    }

    /** The same object as long as no version is added or becomes understood. */
    public synchronized Policies policies() {
        return policies;
    }

    /**
     * What an answer says about the rules that it follows from.
     *
     * @param version    the version that ruled
     * @param understood whether the replica that answered could apply it
     * @param about      the time that the answer is about
     * @param askedAt    programme time
     */
    public record Answered(String version, boolean understood, Instant about, Instant askedAt) {}

    /** The rules that were published by that time. */
    public synchronized Policies knownAt(Instant time) {
        return policies(versions.values().stream()
                .filter(one -> !one.publishedAt().isAfter(time))
                .toList());
    }

    /** The rules as the replica that gave the answer knew them, however many versions were published since. */
    public synchronized Policies knownTo(Answered answer) {
        var ruling = versions.get(answer.version());
        if (ruling == null) {
            return policies;
        }
        List<PublishedPolicy> known = new ArrayList<>();
        for (var one : versions.values()) {
            if (one == ruling) {
                known.add(answer.understood() ? ruling : ruling.unclear());
            } else if (!one.publishedAt().isAfter(answer.askedAt()) && !overrules(one, ruling, answer.about())) {
                known.add(one);
            }
        }
        return policies(known);
    }

    /** Then it had not been heard of where the answer was given. */
    private static boolean overrules(PublishedPolicy one, PublishedPolicy ruling, Instant about) {
        return one.effectiveFrom().isAfter(ruling.effectiveFrom())
                && !one.effectiveFrom().isAfter(about);
    }

    /** Two versions of one date contradict each other, so neither is applied. */
    private Policies policies(Collection<PublishedPolicy> some) {
        var byDate = new TreeMap<Instant, PublishedPolicy>();
        some.forEach(one -> byDate.merge(one.effectiveFrom(), one, (before, _) -> before.unclear()));
        List<Policy> policies = new ArrayList<>();
        for (var one : byDate.values()) {
            var before = policies.isEmpty() ? first : policies.getLast();
            policies.add(
                    one.policy() == null
                            ? Policy.notUnderstood(one.version(), one.effectiveFrom(), before)
                            : one.policy());
        }
        return new Policies(policies);
    }
}
