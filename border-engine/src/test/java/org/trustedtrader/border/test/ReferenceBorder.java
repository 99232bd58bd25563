package org.trustedtrader.border.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.trader.Revision;

/**
 * The border's answers in the plainest words: everything received is kept in lists and looked through for each question. Slow,
 * and written apart from the engine, so that the two can be held against each other. Not thread-safe.
 *
 * <p>An answer holds until the lease ends or until the first time at which the same question would be answered differently.
 * An engine may say a shorter time, but only one at which something changes: see {@link #changes()}.
 */
public final class ReferenceBorder implements Engine {

    private final List<Policy> policies;
    private final List<Revision> received = new ArrayList<>();
    private @Nullable ReferenceStatus knowledge;

    public ReferenceBorder(List<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** One that has received these already. */
    public static ReferenceBorder of(List<Policy> policies, Collection<Revision> states) {
        var border = new ReferenceBorder(policies);
        border.received.addAll(states);
        return border;
    }

    @Override
    public void apply(Revision revision) {
        received.add(revision);
        knowledge = null;
    }

    @Override
    public Optional<Engine> knownAt(Instant time) {
        return Optional.of(of(
                policies,
                received.stream().filter(k -> !k.recordedAt().isAfter(time)).toList()));
    }

    @Override
    public Answer answer(Question question, Moment moment) {
        var at = question.at().toEpochMilli();
        var items = new ReferenceItems(knowledge(), question.benefit());
        var stale = isStale(moment, at);
        return new Answer(
                question.at(),
                validUntil(moment, at, time -> items.said(question.items(), policyAt(time), time, false)),
                moment.statusAge().toMillis(),
                policyAt(at).version(),
                items.said(question.items(), policyAt(at), at, stale));
    }

    @Override
    public CrossingAnswer decide(Crossing crossing, Moment moment) {
        var at = crossing.at().toEpochMilli();
        var plain = new ReferenceCrossing(knowledge(), crossing);
        var versions = new TreeMap<String, Long>();
        plain.versionsInto(versions, at);
        var benefits = plain.said(policyAt(at), at, isStale(moment, at));
        return new CrossingAnswer(
                ReferenceCrossing.lane(benefits),
                benefits,
                versions,
                policyAt(at).version(),
                crossing.at(),
                validUntil(moment, at, time -> plain.said(policyAt(time), time, false)),
                moment.statusAge().toMillis());
    }

    /** The times, milliseconds, at which anything that was received, or the policy, changes by itself. */
    public TreeSet<Long> changes() {
        var changes = new TreeSet<>(knowledge().changes());
        policies.forEach(p -> changes.add(p.effectiveFrom().toEpochMilli()));
        return changes;
    }

    private static boolean isStale(Moment moment, long at) {
        var heardUntil = moment.askedAt().minus(moment.statusAge()).toEpochMilli();
        return moment.statusAge().compareTo(moment.lease()) > 0 && at >= heardUntil;
    }

    /** What is past does not change any more. */
    private Instant validUntil(Moment moment, long at, LongFunction<Object> said) {
        var asked = moment.askedAt();
        var left = moment.lease().minus(moment.statusAge());
        var leaseEnds = left.isNegative() ? asked : asked.plus(left);
        if (at < asked.toEpochMilli()) {
            return leaseEnds;
        }
        var coming = changes().subSet(at + 1, Math.max(at + 1, leaseEnds.toEpochMilli()));
        var now = coming.isEmpty() ? "" : said.apply(at);
        for (var change : coming) {
            if (!said.apply(change).equals(now)) {
                return Instant.ofEpochMilli(change);
            }
        }
        return leaseEnds;
    }

    /** The one that came into force last; the first one also rules what was before it. */
    private Policy policyAt(long millis) {
        @Nullable Policy last = null;
        var first = policies.getFirst();
        for (var policy : policies) {
            var from = policy.effectiveFrom().toEpochMilli();
            if (from <= millis && (last == null || from > last.effectiveFrom().toEpochMilli())) {
                last = policy;
            }
            first = policy.effectiveFrom().isBefore(first.effectiveFrom()) ? policy : first;
        }
        return last != null ? last : first;
    }

    private ReferenceStatus knowledge() {
        if (knowledge == null) {
            knowledge = new ReferenceStatus(received);
        }
        return knowledge;
    }
}
