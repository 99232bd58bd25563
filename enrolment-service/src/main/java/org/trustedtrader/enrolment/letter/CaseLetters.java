package org.trustedtrader.enrolment.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/** What letters say about compliance cases: the notice, and how the case ended. */
public final class CaseLetters implements LetterSource {

    private final ComplianceCases cases;
    private final Companies companies;
    private final Function<Instant, ComplianceRules> rules;

    /** @param rules the policy in force at a time: a case runs by that of the day on which it was opened */
    public CaseLetters(ComplianceCases cases, Companies companies, Function<Instant, ComplianceRules> rules) {
        this.cases = cases;
        this.companies = companies;
        this.rules = rules;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.COMPLIANCE_CASE;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return cases.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return cases.find(id).map(c -> c.snapshot().subject().company());
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var now = cases.find(id).orElseThrow().snapshot();
        var subject = now.subject();
        var facts = new ArrayList<LetterContent.Fact>();
        facts.add(words.fact("compliance-case", id));
        facts.add(words.fact("membership", Membership.numberOf(subject.membershipId())));
        facts.add(words.fact("what-happened", whatHappened(subject, words)));
        return switch (kind) {
            case CASE_NOTICE -> notice(facts, now, words);
            case CASE_DECISION -> decision(facts, change, now, words);
            case CASE_DEFAULT -> Particulars.of(facts, words.text("letter.reason.case-default"), kind);
            default -> Particulars.of(facts, words.text("letter.reason.case-closed"), kind);
        };
    }

    private Particulars notice(List<LetterContent.Fact> facts, ComplianceCase.Snapshot now, Wording words) {
        if (now.subject().suspendsByDefault()) {
            facts.add(words.fact("without-answer", words.text("letter.without-answer.suspension")));
        }
        var open = now.state() == ComplianceCase.State.OPENED || now.state() == ComplianceCase.State.NOTICE_SERVED;
        return new Particulars(
                facts,
                words.code("reason-code", now.subject().reasonCode().name()),
                open ? Remedy.ANSWER_NOTICE : Remedy.OVERTAKEN,
                open ? lastDayToAnswer(now) : null);
    }

    private Instant answerDueAt(ComplianceCase.Snapshot now) {
        var periods = rules.apply(now.openedAt());
        return periods.answerDueAt(periods.deemedServedAt(now.openedAt()), province(now));
    }

    /** Unless somebody of the company reads the notice before it counts as served, which brings the day forward. */
    private LocalDate lastDayToAnswer(ComplianceCase.Snapshot now) {
        var due = now.answerDueAt() == null ? answerDueAt(now) : now.answerDueAt();
        return BusinessCalendar.shipped().dayOf(due);
    }

    private Jurisdiction province(ComplianceCase.Snapshot of) {
        return companies.find(of.subject().company()).map(Company::province).orElse(Jurisdiction.CANADA);
    }

    private static Particulars decision(
            List<LetterContent.Fact> facts, HistoryEntry change, ComplianceCase.Snapshot now, Wording words) {
        if (now.extendedUntil() != null) {
            facts.add(words.fact("due", words.day(now.extendedUntil())));
        }
        var takesAway = now.outcome() == ComplianceCase.Outcome.SUSPENSION
                || now.outcome() == ComplianceCase.Outcome.CANCELLATION;
        return new Particulars(
                facts,
                words.coded("case-outcome", change.reason()),
                takesAway ? Remedy.SEE_MEMBERSHIP : Remedy.NONE,
                null);
    }

    /** What the platform found stands there in both languages, what an officer found in the officer's words. */
    private static String whatHappened(ComplianceCase.Subject subject, Wording words) {
        return subject.trigger() == ComplianceCase.Trigger.OFFICER ? subject.facts() : words.ownPart(subject.facts());
    }
}
