package org.trustedtrader.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.review.AnnualReviewSnapshot;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.simulation.reference.Fact;
import org.trustedtrader.simulation.reference.Province;
import org.trustedtrader.validation.visit.MembershipProjection;

/**
 * The services' domains and the border in one process, day by day: dates at night, people by day, messages whenever they
 * arrive, and before midnight the comparison of the border's answer with the reference.
 */
final class World {

    static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 4);
    private static final LocalTime DATES_PASS = LocalTime.of(0, 30);
    private static final LocalTime OFFICES_OPEN = LocalTime.of(9, 0);
    private static final LocalTime ALL_IS_DELIVERED = LocalTime.of(23, 30);
    private static final int OFFICE_SECONDS = 6 * 3600;
    private static final int DAYS_OF_SIGNING = 300;
    private static final int DAYS_TO_SIGN = 60;

    final MovedClock clock = new MovedClock();
    final Enrolment enrolment;
    final SecurityAssessments assessments;
    final SiteVisits visits;
    private final long seed;
    private final Border border;
    private final Bus bus;
    private final Random random;
    private final Officers officers;
    private final CompanyBehaviour companies;
    private final OfficerBehaviour officerBehaviour;
    private final Invariants invariants;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> order;
    private final Statistics statistics = new Statistics();

    World(long seed, int size, Wiring wiring) {
        this.seed = seed;
        random = new Random(seed);
        clock.moveTo(at(FIRST_DAY, LocalTime.MIDNIGHT));
        bus = wiring.bus(clock, new Random(random.nextLong()));
        border = new Border(clock, wiring);
        enrolment = new Enrolment(wiring, clock, bus, this::profile);
        assessments = new SecurityAssessments(clock, bus, enrolment);
        visits = new SiteVisits(clock, bus, enrolment);
        officers = new Officers(new Random(random.nextLong()));
        companies = new CompanyBehaviour(this, random);
        officerBehaviour = new OfficerBehaviour(this, officers, random);
        invariants = new Invariants(this);
        enrolment.memberships.announceTo(this::membershipChanged);
        enrolment.reviews.announceTo(this::reviewChanged);
        for (int i = 0; i < size; i++) {
            members.add(member(i));
        }
        order = new ArrayList<>(members);
    }

    /** @throws Difference at the first day on which something is not as the rules say */
    Statistics run(int years) {
        for (var day = FIRST_DAY; day.isBefore(FIRST_DAY.plusYears(years)); day = day.plusDays(1)) {
            live(day);
        }
        members.forEach(this::mustBeComplete);
        return statistics;
    }

    private void live(LocalDate day) {
        datesPass(day);
        officers.dayBegins(day);
        Collections.shuffle(order, random);
        var open = at(day, OFFICES_OPEN);
        for (int i = 0; i < order.size(); i++) {
            bus.moveTo(open.plusSeconds((long) OFFICE_SECONDS * i / order.size()));
            var member = order.get(i);
            try {
                act(member, day);
            } catch (RuntimeException e) {
                throw new Difference(seed, day, member, e);
            }
        }
        compareAtNight(day);
    }

    /** In the first minutes of a day. */
    void datesPass(LocalDate day) {
        bus.moveTo(at(day, DATES_PASS));
        enrolment.letDatesPass();
        for (var member : members) {
            member.reference.dayBegins(day);
        }
    }

    void compareAtNight(LocalDate day) {
        var night = at(day, ALL_IS_DELIVERED);
        bus.moveTo(night);
        for (var member : members) {
            compare(member, day, night);
        }
    }

    void officesOpen(LocalDate day) {
        bus.moveTo(at(day, OFFICES_OPEN));
    }

    List<Member> members() {
        return members;
    }

    private void act(Member member, LocalDate day) {
        if (day.equals(member.assessedOn)) {
            apply(member);
        } else if (day.equals(member.signsOn)) {
            sign(member);
        } else {
            actAsMember(member, day);
        }
    }

    private void actAsMember(Member member, LocalDate day) {
        var membership = enrolment.memberships.look(member.id);
        if (membership.isEmpty() || membership.get().state().over()) {
            return;
        }
        var companyFirst = random.nextBoolean();
        if (companyFirst && companies.act(member, membership.get())) {
            return;
        }
        if (!officerBehaviour.act(member, membership.get()) && !companyFirst) {
            companies.act(member, membership.get());
        }
    }

    private void compare(Member member, LocalDate day, Instant night) {
        var granted = border.granted(member.company, night);
        var due = new Border.Granted(member.reference.on(), member.reference.on() && !member.reference.paused());
        statistics.compared(granted);
        if (!granted.equals(due)) {
            throw new Difference(
                    seed,
                    day,
                    member,
                    "the border says " + granted + ", the reference " + due + "; open cases by the reference: "
                            + member.reference.openCases());
        }
        if (day.getDayOfMonth() == 1) {
            mustBeComplete(member);
        }
    }

    private void mustBeComplete(Member member) {
        invariants.brokenOf(member).ifPresent(broken -> {
            throw new Difference(seed, clock.today(), member, broken);
        });
    }

    void apply(Member member) {
        var region = member.province == Province.NONE ? "" : member.province.name();
        var assessor = officers.any(Officers.Desk.ASSESSOR);
        enrolment.register(member.company, region, member.owner);
        border.companyAnnounced(member.company, clock.instant());
        assessments.applicationFiled(member.id, member.company);
        assessments.handIn(member.id, member.owner);
        assessments.assess(member.id, criterion -> random.nextDouble() < 0.1, assessor);
        fact(member, new Fact.ProfileAssessed(assessor.id(), assessments.mustFailed(member.id)));
        assessments
                .mustActions(member.id)
                .forEach(action -> fact(member, new Fact.ActionDue(action.id(), action.dueOn())));
    }

    void sign(Member member) {
        enrolment.termsSigned(member.id, member.company);
        fact(member, new Fact.TermsSigned());
    }

    private void membershipChanged(InMemory.Version<Membership.Snapshot> m) {
        var s = m.snapshot();
        var opened = s.revalidation() == null ? null : s.revalidation().openedAt();
        var recordedAt = clock.instant();
        bus.send("enrolment", m, () -> enrolment.membershipChanged(m.id()));
        bus.send(
                "assessment",
                m,
                () -> assessments.membershipChanged(new MembershipSnapshot(
                        m.id(),
                        m.version(),
                        Optional.ofNullable(opened),
                        Set.of(),
                        Optional.of(s.state().name()))));
        bus.send(
                "validation",
                m,
                () -> visits.membershipChanged(
                        m.id(),
                        new MembershipProjection.Member(s.company(), s.state().name(), s.revalidationDueOn(), opened)));
        bus.send("border", m, () -> border.membershipAnnounced(m.id(), m.version(), s, recordedAt));
    }

    private void reviewChanged(InMemory.Version<AnnualReview.Snapshot> r) {
        var s = r.snapshot();
        var membership = s.subject().membershipId();
        bus.send("obligations", r, () -> enrolment.reviewChanged(membership));
        bus.send(
                "assessment",
                r,
                () -> assessments.reviewChanged(new AnnualReviewSnapshot(
                        r.id(),
                        membership,
                        r.version(),
                        Optional.ofNullable(s.changesStatedAt()),
                        s.changed().stream().map(ScopedCriterion::parse).collect(SortedSets.toSortedSet()))));
    }

    private Optional<SecurityProfiles.Profile> profile(String membership) {
        return assessments.profile(membership);
    }

    /** A fact of today. */
    void fact(Member member, Fact fact) {
        member.fact(fact, clock.today());
        statistics.happened(fact);
    }

    /** Does what may be refused. @return whether it was accepted */
    boolean tries(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Refusal refused) {
            statistics.refused(refused);
            return false;
        }
    }

    /** Does what the rules forbid: it has to be refused. */
    void mustRefuse(Runnable command, Class<? extends Refusal> expected) {
        try {
            command.run();
        } catch (Refusal refused) {
            statistics.refused(refused);
            if (expected.isInstance(refused)) {
                return;
            }
            throw refused;
        }
        throw new IllegalStateException("not refused as " + expected.getSimpleName());
    }

    /** What a case is about, in the words of the facts. */
    String about(ComplianceCase.Snapshot of) {
        var source = of.subject().source();
        if (source.startsWith("obligation/")) {
            return enrolment
                    .obligations
                    .look(source.substring("obligation/".length()))
                    .orElseThrow()
                    .subject()
                    .source();
        }
        return of.subject().trigger() == ComplianceCase.Trigger.NO_SHOW ? source.replace("visit/", "missed/") : source;
    }

    private Member member(int number) {
        var characters = Member.Character.values();
        return new Member(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                businessNumber(10_000_000 + number * 7),
                Province.values()[number % Province.values().length],
                characters[random.nextInt(characters.length)],
                FIRST_DAY.plusDays(random.nextInt(DAYS_OF_SIGNING)),
                random.nextInt(1, DAYS_TO_SIGN));
    }

    /** Eight digits and their check digit. */
    private static String businessNumber(int digits) {
        int sum = 0;
        for (int i = 0, rest = digits; i < 8; i++, rest /= 10) {
            int digit = rest % 10 * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return "" + digits + (10 - sum % 10) % 10;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MovedClock.ZONE).toInstant();
    }
}
