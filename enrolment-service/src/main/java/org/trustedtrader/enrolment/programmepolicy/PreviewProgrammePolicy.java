package org.trustedtrader.enrolment.programmepolicy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.About;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.Effect;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.Tally;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.ValueChange;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.publication.PublishedDocuments.Effective;

/** Shows what a version would change before anybody publishes it: on every date that is still to come. Changes nothing. */
public final class PreviewProgrammePolicy {

    private static final int PAGE = 500;
    private static final Obligations.Filter ALL_OBLIGATIONS =
            new Obligations.Filter(null, null, null, null, null, null);
    private static final ComplianceCases.Filter ALL_CASES = new ComplianceCases.Filter(null, null, null, null);

    private final PublishedDocuments<ProgrammePolicy> documents;
    private final ProgrammePolicies policies;
    private final MemberRecords records;

    public PreviewProgrammePolicy(
            PublishedDocuments<ProgrammePolicy> documents, ProgrammePolicies policies, MemberRecords records) {
        this.documents = documents;
        this.policies = policies;
        this.records = records;
    }

    /** Whose dates a policy concerns. */
    public record MemberRecords(Memberships memberships, Obligations obligations, ComplianceCases cases) {}

    public ProgrammePolicyPreview preview(String version, Actor actor) {
        var draft = documents.versions().visible(version, actor).draft();
        var after = new Effective<>(version, draft.effectiveFrom(), documents.read(draft));
        var before = documents.without(version, draft.effectiveFrom());
        return new ProgrammePolicyPreview(
                version,
                before.version(),
                draft.effectiveFrom(),
                ValueChange.between(before.content().values(), after.content().values()),
                effects(before.content(), after));
    }

    private List<Effect> effects(ProgrammePolicy before, Effective<ProgrammePolicy> after) {
        var reminders = new Tally(About.OBLIGATION_REMINDERS);
        var kept = new Tally(About.OBLIGATIONS_KEPT);
        pendingObligations(o -> obligation(o, before, after, reminders, kept));
        var revalidations = new Tally(About.REVALIDATION_OPENS);
        var reviews = new Tally(About.ANNUAL_REVIEW_OPENS);
        lastingMemberships(m -> membership(m.id(), m.snapshot(), before, after, revalidations, reviews));
        var cases = new Tally(About.CASES_KEPT);
        if (!before.memberships().cases().equals(after.content().memberships().cases())) {
            openCases(c -> cases.add(c.id(), null, null));
        }
        return Tally.effects(reminders, kept, revalidations, reviews, cases);
    }

    private void obligation(
            Obligation obligation,
            ProgrammePolicy before,
            Effective<ProgrammePolicy> after,
            Tally changed,
            Tally kept) {
        var s = obligation.snapshot();
        var rowBefore = policies.rowFor(s, before);
        var rowAfter = policies.rowFor(s, after.content());
        if (!rowAfter.equals(rowBefore)) {
            var from = day(after).minusDays(1);
            changed.add(
                    obligation.id(), rowBefore.nextReminder(s.dueOn(), from), rowAfter.nextReminder(s.dueOn(), from));
        } else if (!after.content()
                .obligations()
                .find(s.subject().kind())
                .equals(before.obligations().find(s.subject().kind()))) {
            kept.add(obligation.id(), s.dueOn(), s.dueOn());
        }
    }

    /** A day before the version is in force is past, or stays as it is. */
    private static void membership(
            String id,
            Membership.Snapshot membership,
            ProgrammePolicy before,
            Effective<ProgrammePolicy> after,
            Tally revalidations,
            Tally reviews) {
        var from = day(after);
        if (membership.revalidation() == null) {
            var due = membership.revalidationDueOn();
            var opened = before.memberships().periods().revalidationOpensOn(due);
            if (!opened.isBefore(from)) {
                var opens = after.content().memberships().periods().revalidationOpensOn(due);
                revalidations.addIfOther(id, opened, opens.isBefore(from) ? from : opens);
            }
        }
        var anniversary = nextAnniversary(membership.memberSince(), from);
        var opened = anniversary.minusDays(before.memberships().annualReviews().opensDays());
        if (!opened.isBefore(from)) {
            var opens = anniversary.minusDays(
                    after.content().memberships().annualReviews().opensDays());
            reviews.addIfOther(id, opened, opens.isBefore(from) ? from : opens);
        }
    }

    private static LocalDate nextAnniversary(LocalDate since, LocalDate from) {
        int years = 1;
        while (since.plusYears(years).isBefore(from)) {
            years++;
        }
        return since.plusYears(years);
    }

    private static LocalDate day(Effective<ProgrammePolicy> version) {
        return BusinessCalendar.shipped().dayOf(version.effectiveFrom());
    }

    private void pendingObligations(Consumer<Obligation> each) {
        pages(after -> records.obligations().page(ALL_OBLIGATIONS, after, PAGE), o -> {
            if (o.state().pending()) {
                each.accept(o);
            }
        });
    }

    private void lastingMemberships(Consumer<Membership> each) {
        pages(after -> records.memberships().page(Optional.empty(), Optional.empty(), after, PAGE), m -> {
            if (m.state() == MembershipState.ACTIVE || m.state() == MembershipState.SUSPENDED) {
                each.accept(m);
            }
        });
    }

    private void openCases(Consumer<ComplianceCase> each) {
        pages(after -> records.cases().page(ALL_CASES, after, PAGE), c -> {
            if (c.state().open()) {
                each.accept(c);
            }
        });
    }

    private static <A extends Aggregate> void pages(Function<Optional<String>, List<A>> page, Consumer<A> each) {
        var after = Optional.<String>empty();
        do {
            var found = page.apply(after);
            found.forEach(each);
            after = found.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(found.getLast().id());
        } while (after.isPresent());
    }
}
