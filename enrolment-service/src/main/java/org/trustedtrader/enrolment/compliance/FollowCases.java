package org.trustedtrader.enrolment.compliance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Subject;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Trigger;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/** Opens, serves, settles and lets lapse compliance cases, by what events and days say. */
public final class FollowCases {

    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final String PROGRAMME_TERMS = "Programme terms";
    private static final String OBLIGATION = "obligation/";
    private static final int MOST_AT_ONCE = 100;

    private final ComplianceCases cases;
    private final Memberships memberships;
    private final Companies companies;
    private final Function<Instant, ComplianceRules> rules;
    private final Predicate<String> turnIsWithProgramme;
    private final Clock clock;

    /**
     * @param rules               the policy in force at a time: a case runs by that of the day on which it was opened
     * @param turnIsWithProgramme by obligation id, whether the programme holds up what a case is about
     */
    public FollowCases(
            ComplianceCases cases,
            Memberships memberships,
            Companies companies,
            Function<Instant, ComplianceRules> rules,
            Predicate<String> turnIsWithProgramme,
            Clock clock) {
        this.cases = cases;
        this.memberships = memberships;
        this.companies = companies;
        this.rules = rules;
        this.turnIsWithProgramme = turnIsWithProgramme;
        this.clock = clock;
    }

    /**
     * What a case is opened for.
     *
     * @param source          such as {@code obligation/…} or {@code visit/…}
     * @param occasion        tells two faults of one source apart, such as two due dates; with the source it makes the case's id,
     *                        so that an event that comes twice opens one case
     * @param defaultNotBefore first day of the default; null for none
     * @param pausesBenefits   see {@link Subject}
     * @param happenedAt       programme time; a fault from before the membership belongs to the application
     */
    public record Fault(
            String membershipId,
            Trigger trigger,
            String source,
            String occasion,
            ReasonCode reasonCode,
            String facts,
            boolean suspendsByDefault,
            @Nullable LocalDate defaultNotBefore,
            boolean pausesBenefits,
            Instant happenedAt) {}

    /**
     * Opens a case unless there is one for that fault, or the membership is over. A cancelled membership may come back by an appeal.
     * A case that was closed because its obligation was void or extended does not keep a new one from being opened when the same is overdue again.
     */
    public void open(Fault fault) {
        open(fault, PLATFORM);
    }

    /** @param by the officer whose decision opens it, who does not decide the case */
    public void open(Fault fault, Actor by) {
        memberships
                .find(fault.membershipId())
                .filter(membership -> !membership.state().over())
                .filter(membership -> happenedSince(membership, fault.happenedAt()))
                .ifPresent(membership -> cases.createIfAbsent(ComplianceCase.open(
                        freeId(fault), subject(fault, membership), PROGRAMME_TERMS, by, clock.instant())));
    }

    /** An officer opens a case with reasons; another officer decides it. */
    public ComplianceCase open(
            String membershipId, ReasonCode reasonCode, String facts, String legalBasis, Command command) {
        var membership = memberships.visible(membershipId, command.actor());
        var id = command.newId("compliance-case");
        var subject = new Subject(
                membershipId,
                membership.snapshot().company(),
                Trigger.OFFICER,
                "officer/" + id,
                reasonCode,
                facts,
                false,
                null,
                reasonCode == ReasonCode.SECURITY_INCIDENT);
        return cases.create(ComplianceCase.open(id, subject, legalBasis, command.actor(), clock.instant()), command);
    }

    /** The company read the notice of one of its cases. */
    public ComplianceCase readNotice(String id, Actor actor) {
        var found = cases.visible(id, actor);
        if (!actor.belongsTo(found.snapshot().subject().company())) {
            return found;
        }
        return cases.react(id, c -> c.serveNotice(rules(c), province(c), actor, clock.instant()))
                .orElse(found);
    }

    public ComplianceCase answer(String id, String words, Command command) {
        return cases.change(id, command, c -> c.answer(words, rules(c), command.actor(), clock.instant()));
    }

    /** What the cases about that source are about was done after all. */
    public void noteCured(String source) {
        cases.openAbout(source, MOST_AT_ONCE)
                .forEach(id -> cases.react(id, c -> c.noteCured(rules(c), PLATFORM, clock.instant())));
    }

    /** What the cases about that source are about exists no more. */
    public void closeAbout(String source, String reason) {
        cases.openAbout(source, MOST_AT_ONCE)
                .forEach(id -> cases.react(id, c -> c.close(reason, PLATFORM, clock.instant())));
    }

    public void closeAll(String membershipId) {
        cases.openOf(membershipId, MOST_AT_ONCE)
                .forEach(id -> cases.react(id, c -> c.close("the membership ended", PLATFORM, clock.instant())));
    }

    public void letPeriodEnd(String id) {
        cases.react(
                id,
                c -> c.letPeriodEnd(
                        rules(c), province(c), isHeldUpByProgramme(c.snapshot().subject()), PLATFORM, clock.instant()));
    }

    private ComplianceRules rules(ComplianceCase of) {
        return rules.apply(of.snapshot().openedAt());
    }

    private boolean isHeldUpByProgramme(Subject subject) {
        return subject.source().startsWith(OBLIGATION)
                && turnIsWithProgramme.test(subject.source().substring(OBLIGATION.length()));
    }

    private static boolean happenedSince(Membership membership, Instant at) {
        return !BusinessCalendar.shipped()
                .dayOf(at)
                .isBefore(membership.snapshot().memberSince());
    }

    private static Subject subject(Fault fault, Membership membership) {
        return new Subject(
                fault.membershipId(),
                membership.snapshot().company(),
                fault.trigger(),
                fault.source(),
                fault.reasonCode(),
                fault.facts(),
                fault.suspendsByDefault(),
                fault.defaultNotBefore(),
                fault.pausesBenefits());
    }

    private String freeId(Fault fault) {
        int number = 1;
        while (cases.find(id(fault, number))
                .filter(c -> c.state() == ComplianceCase.State.VOID)
                .isPresent()) {
            number++;
        }
        return id(fault, number);
    }

    private static String id(Fault fault, int number) {
        var name = fault.source() + '\n' + fault.occasion() + (number == 1 ? "" : "\n" + number);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Jurisdiction province(ComplianceCase of) {
        return companies
                .find(of.snapshot().subject().company())
                .map(Company::province)
                .orElse(Jurisdiction.CANADA);
    }
}
