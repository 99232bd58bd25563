package org.trustedtrader.benefits.recognition.export;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.border.recognition.MemberState;

/**
 * All that partners ever received about our members, each row with the sequence under which it last changed. A partner that
 * has the list up to a sequence needs only the rows beyond it.
 *
 * @param sequence under which it last changed
 * @param entries  in order of TIN
 */
public record ExportList(long sequence, List<Entry> entries) {

    /** @param sequence under which it last changed */
    public record Entry(ExportedMember member, long sequence) {

        private String tin() {
            return member.tin();
        }
    }

    public ExportList {
        entries = entries.stream().sorted(Comparator.comparing(Entry::tin)).toList();
    }

    /**
     * The list under the next sequence.
     *
     * @param now   every member that holds recognition or lost it by a suspension
     * @param today of a member that is no longer among them, the day of its loss
     * @return empty if nothing changes
     */
    Optional<ExportList> updated(List<ExportedMember> now, LocalDate today) {
        var next = sequence + 1;
        Map<String, Entry> listed = new HashMap<>();
        entries.forEach(entry -> listed.put(entry.tin(), entry));
        Map<String, ExportedMember> current = new HashMap<>();
        now.forEach(member -> current.put(member.tin(), member));
        Map<String, Entry> changed = new HashMap<>();
        current.values().stream()
                .filter(member -> isNews(member, Optional.ofNullable(listed.get(member.tin()))))
                .forEach(member -> changed.put(member.tin(), new Entry(member, next)));
        entries.stream()
                .filter(entry ->
                        !current.containsKey(entry.tin()) && entry.member().status() != MemberState.REVOKED)
                .forEach(entry ->
                        changed.put(entry.tin(), new Entry(entry.member().lost(MemberState.REVOKED, today), next)));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        listed.putAll(changed);
        return Optional.of(new ExportList(next, List.copyOf(listed.values())));
    }

    /** A member that never held recognition is not exported. */
    private static boolean isNews(ExportedMember member, Optional<Entry> listed) {
        return listed.map(entry -> !entry.member().equals(member)).orElse(member.status() == MemberState.ACTIVE);
    }
}
