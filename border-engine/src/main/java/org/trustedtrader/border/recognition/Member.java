package org.trustedtrader.border.recognition;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;

/** One member's periods in parallel arrays. Immutable. */
final class Member {

    private static final MemberState[] STATES = MemberState.values();

    private final String partner;
    private final long version;
    private final long[] versions;
    private final long[] from;
    private final long[] ends;
    private final byte[] states;
    private final List<Set<String>> lines;

    /** @param shared gives one and the same set for equal sets, of which there are few */
    Member(MemberFact fact, UnaryOperator<Set<String>> shared) {
        var count = fact.periods().size();
        partner = fact.partner().intern();
        version = fact.version();
        versions = new long[count];
        from = new long[count];
        ends = new long[count];
        states = new byte[count];
        lines = fact.periods().stream()
                .map(period -> shared.apply(period.lines()))
                .collect(Collectors.toUnmodifiableList());
        for (int i = 0; i < count; i++) {
            var period = fact.periods().get(i);
            versions[i] = period.version();
            from[i] = period.from();
            ends[i] = period.ends();
            states[i] = (byte) period.state().ordinal();
        }
    }

    /** What this was made of. */
    MemberFact fact(String tin) {
        return new MemberFact(
                tin,
                partner,
                version,
                IntStream.range(0, from.length)
                        .mapToObj(i ->
                                new MemberFact.Period(versions[i], from[i], STATES[states[i]], lines.get(i), ends[i]))
                        .toList());
    }

    String partner() {
        return partner;
    }

    long version() {
        return version;
    }

    /** The period that counts at that time, of those begun by versions up to the limit; -1 if there is none. */
    int at(long millis, long limit) {
        var period = from.length - 1;
        while (period >= 0 && (from[period] > millis || versions[period] > limit)) {
            period--;
        }
        return period;
    }

    /** Why that is the state at that time. */
    Reason reason(int period, long millis) {
        var state = STATES[states[period]];
        return state == MemberState.ACTIVE && millis >= ends[period] ? Reason.PARTNER_MEMBER_REVOKED : state.reason();
    }

    Set<String> lines(int period) {
        return lines.get(period);
    }

    /** When that period stops to count after that time. */
    long until(int period, long millis, long limit) {
        var next = period + 1 < from.length && versions[period + 1] <= limit ? from[period + 1] : Long.MAX_VALUE;
        return ends[period] > millis ? Math.min(next, ends[period]) : next;
    }

    /** Whether something is granted at that time. */
    boolean grants(long millis) {
        var period = at(millis, Long.MAX_VALUE);
        return period >= 0 && reason(period, millis) == Reason.RECOGNISED_PARTNER_MEMBER;
    }

    static boolean isNewer(Member member, @Nullable Member before) {
        return before == null || member.version > before.version;
    }
}
