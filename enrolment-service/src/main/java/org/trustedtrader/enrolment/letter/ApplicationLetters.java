package org.trustedtrader.enrolment.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.Reapplication;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** What letters say about applications. */
public final class ApplicationLetters implements LetterSource {

    private static final Set<LetterKind> OF_A_DENIAL =
            EnumSet.of(LetterKind.INTENT_TO_DENY, LetterKind.INFORMAL_REVIEW_OPENED, LetterKind.LINES_DENIED);

    private final MembershipApplications applications;

    public ApplicationLetters(MembershipApplications applications) {
        this.applications = applications;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.APPLICATION;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return applications.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return applications.find(id).map(MembershipApplication::company);
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var now = applications.find(id).orElseThrow().snapshot();
        var facts = new ArrayList<LetterContent.Fact>();
        facts.add(words.fact("application", id));
        facts.add(words.fact(
                "application-kind", words.code("application-kind", now.kind().name())));
        var lines = kind == LetterKind.APPROVAL
                ? now.lines().remaining()
                : now.declarations().linesOfBusiness();
        facts.add(words.fact("lines", words.codes("line", lines)));
        if (OF_A_DENIAL.contains(kind)) {
            now.denials()
                    .latest()
                    .map(Denial::lines)
                    .filter(some -> !some.isEmpty())
                    .ifPresent(some -> facts.add(words.fact("denied-lines", words.codes("line", some))));
        }
        return new Particulars(facts, reason(kind, change, now, words), kind.remedy(), day(kind, change, now));
    }

    /** The reasons of vetting are for officers; what a company said itself is quoted as its own words. */
    private static String reason(
            LetterKind kind, HistoryEntry change, MembershipApplication.Snapshot now, Wording words) {
        return switch (kind) {
            case APPLICATION_ACCEPTED -> words.text("letter.reason.complete");
            case APPROVAL_TAKEN_BACK -> words.text("letter.reason.newer-facts");
            case INFORMAL_REVIEW_OPENED -> words.text("letter.reason.you-asked", change.reason());
            case LAPSE -> words.text("letter.reason.no-reply");
            case DENIAL, LINES_DENIED -> denial(change, now, words);
            default -> change.reason();
        };
    }

    private static String denial(HistoryEntry change, MembershipApplication.Snapshot now, Wording words) {
        if (!change.actor().startsWith("service:")) {
            return change.reason();
        }
        var grounds = now.denials().latest().map(Denial::grounds);
        return words.text("letter.reason.intent-unanswered")
                + grounds.map(why -> " " + why.reason()).orElse("");
    }

    private static @Nullable LocalDate day(LetterKind kind, HistoryEntry change, MembershipApplication.Snapshot now) {
        return switch (kind.remedy()) {
            case APPLY_AGAIN ->
                waiting(kind, now).map(Reapplication::possibleOn).orElse(null);
            case CORRECT_APPLICATION, ANSWER_QUESTION, SIGN_TERMS, ASK_FOR_INFORMAL_REVIEW ->
                stillAsDecided(change, now) ? dayOf(now.timeline().replyDueAt()) : null;
            default -> null;
        };
    }

    private static Optional<Reapplication> waiting(LetterKind kind, MembershipApplication.Snapshot now) {
        return kind == LetterKind.LINES_DENIED
                ? now.denials().latest().map(Denial::reapplication)
                : Optional.ofNullable(now.reapplication());
    }

    private static boolean stillAsDecided(HistoryEntry change, MembershipApplication.Snapshot now) {
        return change.to().equals(now.state().name());
    }

    private static @Nullable LocalDate dayOf(@Nullable Instant moment) {
        return moment == null ? null : BusinessCalendar.shipped().dayOf(moment);
    }
}
