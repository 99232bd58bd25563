package org.trustedtrader.enrolment.annualreview;

import static org.trustedtrader.enrolment.annualreview.AnnualReview.State.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The review of one year of a membership. The company affirms each criterion of its security profile or states that the answer
 * changed, confirms its sites, contacts and partners, and submits. An officer accepts the review, or returns it with reasons.
 */
public final class AnnualReview extends StatefulAggregate<AnnualReview.State> {

    /** Where a review stands. */
    public enum State {
        OPEN,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        /** The membership ended, or a revalidation covers this year. */
        VOID;

        static final Set<State> PENDING = EnumSet.of(OPEN, SUBMITTED, RETURNED);

        public boolean pending() {
            return PENDING.contains(this);
        }
    }

    /** What the company says of a criterion. */
    public enum Statement {
        AFFIRMED,
        CHANGED
    }

    /** A list of the company's that it confirms as a whole. */
    public enum RecordList {
        SITES,
        CONTACTS,
        PARTNERS
    }

    private final Subject subject;
    private final Instant openedAt;
    private LocalDate dueOn;
    private List<Affirmation> affirmations;
    private List<Confirmation> confirmations;
    private @Nullable Instant submittedAt;
    private @Nullable Instant changesStatedAt;
    private List<ReturnedItem> returned;

    private AnnualReview(Stored stored, Snapshot s) {
        super(stored, s.state());
        subject = s.subject();
        openedAt = s.openedAt();
        dueOn = s.dueOn();
        affirmations = s.affirmations();
        confirmations = s.confirmations();
        submittedAt = s.submittedAt();
        changesStatedAt = s.changesStatedAt();
        returned = s.returned();
    }

    /** Which year of which membership; @param anniversary the day on which that year ends, programme zone */
    public record Subject(String membershipId, String company, LocalDate anniversary) {

        /** The same for the same year, so that a review opens once. */
        public String reviewId() {
            return membershipId + "-review-" + anniversary.getYear();
        }
    }

    /** A criterion with whose answer is meant: {@code A3CHY} for the company's, else {@code site=windsor/A3CHY}. */
    static String key(String criterion, @Nullable String scope) {
        return scope == null ? criterion : scope + "/" + criterion;
    }

    /**
     * What the company states of a criterion.
     *
     * @param note  what changed, null when it affirms
     * @param scope whose answer; null for the company's
     */
    public record CriterionStatement(
            String criterion,
            Statement statement,
            @Nullable String note,
            @Nullable String scope) {

        String key() {
            return AnnualReview.key(criterion, scope);
        }
    }

    /**
     * @param answerVersion of the answer that the company spoke of
     * @param scope         whose answer; null for the company's
     */
    public record Affirmation(
            String criterion,
            Statement statement,
            long answerVersion,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable String scope) {

        String key() {
            return AnnualReview.key(criterion, scope);
        }
    }

    /** @param recordVersion of the record in which the company read the list */
    public record Confirmation(RecordList list, String recordVersion, String by, Instant at) {}

    /** What an officer does not accept; @param item a criterion with its scope ({@link #key}), or the name of a {@link RecordList} */
    public record ReturnedItem(String item, String reason) {}

    public static AnnualReview open(Subject subject, AnnualReviewRules rules, Actor platform, Instant at) {
        var dueOn =
                rules.dueOn(subject.anniversary(), BusinessCalendar.shipped().dayOf(at));
        var review = born(subject, OPEN, dueOn, at);
        review.record(Change.birth(OPEN.name(), "opened", platform, at)
                .because("due on " + dueOn)
                .under(rules.source()));
        return review;
    }

    /** The review of a year in which a revalidation is open: nothing is asked beside it. */
    public static AnnualReview coveredByRevalidation(
            Subject subject, AnnualReviewRules rules, Actor platform, Instant at) {
        var review = born(subject, VOID, subject.anniversary(), at);
        review.record(Change.birth(VOID.name(), "covered", platform, at)
                .because("the revalidation covers this year")
                .under(rules.source()));
        return review;
    }

    private static AnnualReview born(Subject subject, State state, LocalDate dueOn, Instant at) {
        return new AnnualReview(
                new Stored(subject.reviewId(), 0, Map.of()),
                new Snapshot(subject, state, at, dueOn, List.of(), List.of(), null, null, List.of()));
    }

    public static AnnualReview restore(Stored stored, Snapshot snapshot) {
        return new AnnualReview(stored, snapshot);
    }

    /** Takes any number of statements, all or none; a later one on the same criterion replaces the earlier one. */
    public void affirm(List<CriterionStatement> statements, SecurityProfiles.Profile profile, Actor actor, Instant at) {
        require("affirm the criteria", OPEN, RETURNED);
        requireOwnPeople(actor);
        var faults = new ArrayList<Violation>();
        var named = new HashSet<String>();
        var taken = new ArrayList<Affirmation>();
        for (int i = 0; i < statements.size(); i++) {
            var one = statements.get(i);
            var fault = named.add(one.key())
                    ? fault(one, profile)
                    : Optional.of(Message.of("enrolment.review.criterion-twice"));
            var field = "affirmations[" + i + "].criterion";
            fault.ifPresentOrElse(
                    why -> faults.add(new Violation(field, why)),
                    () -> taken.add(new Affirmation(
                            one.criterion(),
                            one.statement(),
                            profile.criterion(one.key()).orElseThrow().answerVersion(),
                            one.note(),
                            actor.id(),
                            at,
                            one.scope())));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        affirmations.stream().filter(one -> !named.contains(one.key())).forEach(taken::add);
        affirmations = List.copyOf(taken);
        record(within("affirmed", actor, at).because(statements.size() + " criteria"));
    }

    /**
     * @param stated  the version of the record that the company has read
     * @param present the version of the record now
     * @throws Refusal.RuleBroken {@code record-moved} unless they are the same
     */
    public void confirm(RecordList list, String stated, String present, Actor actor, Instant at) {
        require("confirm the list", OPEN, RETURNED);
        requireOwnPeople(actor);
        if (!stated.equals(present)) {
            throw new Refusal.RuleBroken("record-moved", Message.of("enrolment.review.record-moved", list, present));
        }
        confirmations = with(new Confirmation(list, present, actor.id(), at));
        record(within("list-confirmed", actor, at).because(list.name()));
    }

    /** Refused with the list of what is missing. A statement of change gives the company time to answer anew. */
    public void submit(ReviewChecklist checklist, AnnualReviewRules rules, Actor actor, Instant at) {
        require("submit the annual review", OPEN, RETURNED);
        requireOwnPeople(actor);
        checklist.requireComplete();
        submittedAt = at;
        returned = List.of();
        var changed = changed();
        if (!changed.isEmpty()) {
            changesStatedAt = at;
            giveTime(at, rules, at);
        }
        record(to(SUBMITTED, "submitted", actor, at).because(changed.size() + " criteria changed"));
    }

    /**
     * @param changesAssessed whether the assessment that the stated changes opened again is completed
     * @throws Refusal.RuleBroken {@code changes-not-assessed}, {@code decided-by-someone-else} for an officer of the company
     */
    public void accept(boolean changesAssessed, String note, Actor officer, Instant at) {
        require("accept the annual review", SUBMITTED);
        requireStranger(officer);
        if (changesStatedAt != null && !changesAssessed) {
            throw new Refusal.RuleBroken("changes-not-assessed", Message.of("enrolment.review.changes-not-assessed"));
        }
        record(to(ACCEPTED, "accepted", officer, at).because(note));
    }

    /** Gives it back with a reason for each item; the company states these items anew, and those that it said had changed. */
    public void giveBack(List<ReturnedItem> items, AnnualReviewRules rules, Actor officer, Instant at) {
        require("return the annual review", SUBMITTED);
        requireStranger(officer);
        requireOfThisReview(items);
        var names = items.stream().map(ReturnedItem::item).collect(Collectors.toSet());
        affirmations = affirmations.stream()
                .filter(one -> one.statement() == Statement.AFFIRMED && !names.contains(one.key()))
                .toList();
        confirmations = confirmations.stream()
                .filter(one -> !names.contains(one.list().name()))
                .toList();
        returned = List.copyOf(items);
        if (submittedAt != null) {
            giveTime(submittedAt, rules, at);
        }
        record(to(RETURNED, "returned", officer, at)
                .because(names.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** The membership ended. */
    public void close(String reason, Actor platform, Instant at) {
        if (state().pending()) {
            record(to(VOID, "voided", platform, at).because(reason));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, subject.company());
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(subject.company());
    }

    public Snapshot snapshot() {
        return new Snapshot(
                subject, state(), openedAt, dueOn, affirmations, confirmations, submittedAt, changesStatedAt, returned);
    }

    private static Optional<Message> fault(CriterionStatement one, SecurityProfiles.Profile profile) {
        var criterion = profile.criterion(one.key());
        if (criterion.isEmpty()) {
            return Optional.of(Message.of("enrolment.review.criterion-not-asked"));
        }
        if (!criterion.get().answered() && one.statement() == Statement.AFFIRMED) {
            return Optional.of(Message.of("enrolment.review.not-answered"));
        }
        return (one.statement() == Statement.CHANGED) == (one.note() == null)
                ? Optional.of(Message.of("enrolment.review.note"))
                : Optional.empty();
    }

    private List<Confirmation> with(Confirmation fresh) {
        var all = new ArrayList<>(confirmations);
        all.removeIf(one -> one.list() == fresh.list());
        all.add(fresh);
        return List.copyOf(all);
    }

    private Set<String> changed() {
        return snapshot().changed();
    }

    /** A company that handed in on time does not lose days to the programme. */
    private void giveTime(Instant handedIn, AnnualReviewRules rules, Instant at) {
        var calendar = BusinessCalendar.shipped();
        if (!calendar.dayOf(handedIn).isAfter(dueOn)) {
            dueOn = rules.dueOn(dueOn, calendar.dayOf(at));
        }
    }

    private void requireOfThisReview(List<ReturnedItem> items) {
        var known = affirmations.stream().map(Affirmation::key).collect(Collectors.toSet());
        confirmations.forEach(one -> known.add(one.list().name()));
        var faults = new ArrayList<Violation>();
        for (int i = 0; i < items.size(); i++) {
            if (!known.remove(items.get(i).item())) {
                faults.add(new Violation("items[" + i + "].item", Message.of("enrolment.review.item-unknown")));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
    }

    private void requireOwnPeople(Actor actor) {
        if (!actor.belongsTo(subject.company())) {
            throw new Refusal.NotAllowed(Message.of("enrolment.review.own-people-only"));
        }
    }

    private void requireStranger(Actor officer) {
        if (officer.belongsTo(subject.company())) {
            throw new Refusal.RuleBroken("decided-by-someone-else", Message.of("enrolment.review.own-company"));
        }
    }

    /**
     * The whole state of a review.
     *
     * @param dueOn           last day on which it is submitted in time, programme zone
     * @param submittedAt     of the latest submission
     * @param changesStatedAt of the latest submission that stated a change; the assessment is opened again for it
     * @param returned        what an officer did not accept, while returned
     */
    public record Snapshot(
            Subject subject,
            State state,
            Instant openedAt,
            LocalDate dueOn,
            List<Affirmation> affirmations,
            List<Confirmation> confirmations,
            @Nullable Instant submittedAt,
            @Nullable Instant changesStatedAt,
            List<ReturnedItem> returned) {

        public Snapshot {
            affirmations = List.copyOf(affirmations);
            confirmations = List.copyOf(confirmations);
            returned = List.copyOf(returned);
        }

        /** The criteria whose answers changed, as the company states now, each with its scope ({@link #key}). */
        public Set<String> changed() {
            return affirmations.stream()
                    .filter(one -> one.statement() == Statement.CHANGED)
                    .map(Affirmation::key)
                    .collect(SortedSets.toSortedSet());
        }
    }
}
