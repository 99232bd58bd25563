package org.trustedtrader.border.recognition;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;

/** One member's spells in parallel arrays. Immutable. */
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
        var count = fact.spells().size();
        partner = fact.partner().intern();
        version = fact.version();
        versions = new long[count];
        from = new long[count];
        ends = new long[count];
        states = new byte[count];
        lines = fact.spells().stream()
                .map(spell -> shared.apply(spell.lines()))
                .collect(Collectors.toUnmodifiableList());
        for (int i = 0; i < count; i++) {
            var spell = fact.spells().get(i);
            versions[i] = spell.version();
            from[i] = spell.from();
            ends[i] = spell.ends();
            states[i] = (byte) spell.state().ordinal();
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
                                new MemberFact.Spell(versions[i], from[i], STATES[states[i]], lines.get(i), ends[i]))
                        .toList());
    }

    String partner() {
        return partner;
    }

    long version() {
        return version;
    }

    /** The spell that counts at that time, of those begun by versions up to the limit; -1 if there is none. */
    int at(long millis, long limit) {
        var spell = from.length - 1;
        while (spell >= 0 && (from[spell] > millis || versions[spell] > limit)) {
            spell--;
        }
        return spell;
    }

    /** Why that is the state at that time. */
    Reason reason(int spell, long millis) {
        var state = STATES[states[spell]];
        return state == MemberState.ACTIVE && millis >= ends[spell] ? Reason.PARTNER_MEMBER_REVOKED : state.reason();
    }

    Set<String> lines(int spell) {
        return lines.get(spell);
    }

    /** When that spell stops to count after that time. */
    long until(int spell, long millis, long limit) {
        var next = spell + 1 < from.length && versions[spell + 1] <= limit ? from[spell + 1] : Long.MAX_VALUE;
        return ends[spell] > millis ? Math.min(next, ends[spell]) : next;
    }

    /** Whether something is granted at that time. */
    boolean grants(long millis) {
        var spell = at(millis, Long.MAX_VALUE);
        return spell >= 0 && reason(spell, millis) == Reason.RECOGNISED_PARTNER_MEMBER;
    }

    static boolean isNewer(Member member, @Nullable Member before) {
        return before == null || member.version > before.version;
    }
}
