package org.trustedtrader.enrolment.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Reapplication;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.Suspension;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** What letters say about memberships. */
public final class MembershipLetters implements LetterSource {

    private final Memberships memberships;
    private final Supplier<ReapplicationPolicy> reapplication;
    private final Clock clock;

    public MembershipLetters(Memberships memberships, Supplier<ReapplicationPolicy> reapplication, Clock clock) {
        this.memberships = memberships;
        this.reapplication = reapplication;
        this.clock = clock;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.MEMBERSHIP;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return memberships.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return memberships.find(id).map(m -> m.snapshot().company());
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var membership = memberships.find(id).orElseThrow();
        var now = membership.snapshot();
        var facts = new ArrayList<LetterContent.Fact>();
        facts.add(words.fact("membership", membership.membershipNumber()));
        facts.add(words.fact("lines", words.codes("line", now.linesOfBusiness())));
        facts.add(words.fact("counts-from", words.day(day(change.effectiveAt()))));
        if (kind == LetterKind.APPEAL_ALLOWED && change.to().equals(MembershipState.CANCELLED.name())) {
            facts.add(words.fact(
                    "next-cancellation",
                    words.code("reason-code", now.reasonCode().name())));
            return new Particulars(
                    facts,
                    reason(kind, change, words),
                    Remedy.APPEAL,
                    now.appealDueAt() == null ? null : day(now.appealDueAt()));
        }
        return switch (kind.remedy()) {
            case OBJECT -> objection(facts, reason(kind, change, words), now.suspension());
            case APPEAL -> dated(facts, change, kind, words, now.appealDueAt());
            case APPLY_AGAIN ->
                new Particulars(
                        facts,
                        reason(kind, change, words),
                        kind.remedy(),
                        reapplication
                                .get()
                                .after(Reapplication.Cause.CANCELLED, change.effectiveAt())
                                .possibleOn());
            case COMPLETE_REVALIDATION ->
                new Particulars(
                        facts,
                        reason(kind, change, words),
                        now.revalidation() == null ? Remedy.OVERTAKEN : kind.remedy(),
                        now.revalidationDueOn());
            default -> Particulars.of(with(facts, kind, now, words), reason(kind, change, words), kind);
        };
    }

    private static List<LetterContent.Fact> with(
            List<LetterContent.Fact> facts, LetterKind kind, Membership.Snapshot now, Wording words) {
        if (kind == LetterKind.MEMBERSHIP_STARTED || kind == LetterKind.REVALIDATION_COMPLETED) {
            facts.add(words.fact("tier", now.tier().name()));
            facts.add(words.fact("revalidation-due", words.day(now.revalidationDueOn())));
        }
        return facts;
    }

    private Particulars objection(List<LetterContent.Fact> facts, String reason, @Nullable Suspension suspension) {
        if (suspension == null) {
            return new Particulars(facts, reason, Remedy.OVERTAKEN, null);
        }
        if (suspension.objection() != null) {
            var next = suspension.awaitsAnswer() ? Remedy.AWAIT_ANSWER : Remedy.ASK_FOR_DECISION;
            return new Particulars(facts, reason, next, null);
        }
        return clock.instant().isAfter(suspension.objectUntil())
                ? new Particulars(facts, reason, Remedy.ASK_FOR_DECISION, null)
                : new Particulars(facts, reason, Remedy.OBJECT, day(suspension.objectUntil()));
    }

    private static Particulars dated(
            List<LetterContent.Fact> facts,
            HistoryEntry change,
            LetterKind kind,
            Wording words,
            @Nullable Instant until) {
        return new Particulars(facts, reason(kind, change, words), kind.remedy(), until == null ? null : day(until));
    }

    private static String reason(LetterKind kind, HistoryEntry change, Wording words) {
        return switch (kind) {
            case SUSPENSION_CONFIRMED, SUSPENSION_EXTENDED -> change.reason();
            case LINES_ADDED, SUSPENSION_IF_APPEAL_ALLOWED, CANCELLATION_IF_APPEAL_ALLOWED ->
                matter(change.reason(), words);
            default -> coded(change.reason(), words);
        };
    }

    /** {@code CODE}, {@code CODE: an officer's words} or {@code CODE: compliance case 4711}. */
    private static String coded(String reason, Wording words) {
        var colon = reason.indexOf(": ");
        return colon < 0
                ? words.code("reason-code", reason)
                : words.code("reason-code", reason.substring(0, colon)) + " "
                        + matter(reason.substring(colon + 2), words);
    }

    /** The platform's own reference to the record that a change follows from, in the company's language. */
    private static String matter(String reason, Wording words) {
        for (var matter : List.of("compliance case", "change report", "application")) {
            if (reason.startsWith(matter + " ") && reason.indexOf(' ', matter.length() + 1) < 0) {
                return words.text("letter.matter." + matter.replace(' ', '-'), reason.substring(matter.length() + 1));
            }
        }
        return reason;
    }

    private static LocalDate day(Instant moment) {
        return BusinessCalendar.shipped().dayOf(moment);
    }
}
