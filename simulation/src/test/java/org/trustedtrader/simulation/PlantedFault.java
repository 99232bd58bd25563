package org.trustedtrader.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

/** One fault for each rule, from outside: a part that is replaced by a wrong one. The platform itself is as it is. */
enum PlantedFault {
    A_REINSTATEMENT_IS_LOST_ON_THE_WAY_TO_THE_BORDER(
            losing("border", message -> message.name().equals("reinstated"))),
    A_SUSPENSION_IS_NOT_ANNOUNCED(losing("border", message -> message.name().equals("suspended"))),
    BENEFITS_ARE_ON_WHILE_SUSPENDED(new Wiring() {
        @Override
        MembershipFact announced(MembershipFact fact) {
            return fact.status() == MembershipStatus.SUSPENDED
                    ? Records.with(fact, "status", MembershipStatus.ACTIVE)
                    : fact;
        }
    }),
    THE_DEFAULT_OF_A_REVALIDATION_COMES_TOO_EARLY(new Wiring() {
        @Override
        ObligationPolicies policies() {
            return with(ObligationPolicies.REVALIDATION, "graceDays", 0);
        }
    }),
    AN_OVERDUE_ACTION_HAS_NO_CONSEQUENCE(new Wiring() {
        @Override
        ObligationPolicies policies() {
            return with(ObligationPolicies.MUST_ACTION, "consequence", ObligationPolicy.Consequence.REMINDER);
        }
    }),
    THE_TIME_TO_ANSWER_IS_TOO_SHORT(new Wiring() {
        @Override
        ComplianceRules complianceRules() {
            return new ComplianceRules(10, 20, 5, 30);
        }
    }),
    AN_UNDECIDED_CASE_PAUSES_TOO_LATE(new Wiring() {
        @Override
        ComplianceRules complianceRules() {
            return new ComplianceRules(10, 30, 5, 60);
        }
    }),
    A_PAUSE_IS_NOT_ANNOUNCED(losing("border", message -> message.name().equals("benefits-paused"))),
    THE_TIME_TO_APPEAL_IS_TOO_LONG(new Wiring() {
        @Override
        MembershipRules membershipRules() {
            return Records.with(super.membershipRules(), "appealDays", 90);
        }
    }),
    A_CASE_NEVER_LAPSES_TO_ITS_DEFAULT(new Wiring() {
        @Override
        Predicate<String> turnIsWithProgramme(EnrolmentRecords.ObligationRecords obligations) {
            return id -> true;
        }
    }),
    THE_PROGRAMMES_OWN_DELAY_SUSPENDS(new Wiring() {
        @Override
        Predicate<String> turnIsWithProgramme(EnrolmentRecords.ObligationRecords obligations) {
            return id -> false;
        }
    }),
    WHAT_WAS_DONE_SETTLES_NOTHING(dropping("met")),
    A_LATER_DUE_DATE_IS_FORGOTTEN(dropping("extended")),
    A_REVALIDATION_NEEDS_NO_VISIT(new Wiring() {
        @Override
        MemberReports reports(MemberReports reports) {
            return new NoVisits(reports);
        }
    }),
    A_PROPOSER_DECIDES(new Wiring() {
        @Override
        EnrolmentRecords.MembershipRecords memberships(MovedClock clock) {
            return new EnrolmentRecords.MembershipRecords(clock) {
                @Override
                public Optional<Membership> find(String id) {
                    return look(id).map(s -> s.proposal() == null
                            ? read(newest(id))
                            : Membership.restore(
                                    new Aggregate.Stored(
                                            id, newest(id).version(), newest(id).seen()),
                                    Records.with(s, "proposal", Records.with(s.proposal(), "by", "user:nobody"))));
                }
            };
        }
    }),
    WHO_OPENED_A_CASE_DECIDES_IT(new Wiring() {
        @Override
        EnrolmentRecords.CaseRecords cases(MovedClock clock) {
            return new EnrolmentRecords.CaseRecords(clock) {
                @Override
                public Optional<ComplianceCase> find(String id) {
                    return look(id).map(s -> ComplianceCase.restore(
                            new Aggregate.Stored(
                                    id, newest(id).version(), newest(id).seen()),
                            Records.with(s, "openedBy", "user:nobody")));
                }
            };
        }
    }),
    THE_DECISION_ON_A_CASE_IS_LOST(
            losing("memberships", message -> message.name().equals("decided"))),
    AN_OVERDUE_OBLIGATION_IS_NOT_NOTICED(
            losing("cases", message -> message.name().equals("overdue"))),
    /** The proposal's event would tell of the waiver too: its reader looks at the obligation as it is then. */
    A_WAIVED_OBLIGATION_KEEPS_ITS_CASE(losing(
            "cases",
            message -> message.name().equals("waived") || message.name().equals("proposed"))),
    THE_ANNUAL_REVIEW_NEVER_OPENS(new Wiring() {
        @Override
        EnrolmentRecords.ReviewRecords reviews(MovedClock clock) {
            return new EnrolmentRecords.ReviewRecords(clock) {
                @Override
                public boolean createIfAbsent(AnnualReview fresh) {
                    return fresh.state() == AnnualReview.State.VOID && super.createIfAbsent(fresh);
                }
            };
        }
    }),
    THE_ANNUAL_REVIEW_IS_ASKED_FOR_BESIDE_A_REVALIDATION(new Wiring() {
        @Override
        EnrolmentRecords.ReviewRecords reviews(MovedClock clock) {
            return new EnrolmentRecords.ReviewRecords(clock) {
                @Override
                public boolean createIfAbsent(AnnualReview fresh) {
                    var subject = fresh.snapshot().subject();
                    return super.createIfAbsent(
                            fresh.state() == AnnualReview.State.VOID
                                    ? AnnualReview.open(
                                            subject, reviewRules(), Actor.service("enrolment"), clock.instant())
                                    : fresh);
                }
            };
        }
    }),
    THE_DEFAULT_OF_AN_ANNUAL_REVIEW_COMES_TOO_EARLY(new Wiring() {
        @Override
        ObligationPolicies policies() {
            return with(ObligationPolicies.ANNUAL_REVIEW, "graceDays", 0);
        }
    }),
    AN_OVERDUE_ANNUAL_REVIEW_HAS_NO_CONSEQUENCE(new Wiring() {
        @Override
        ObligationPolicies policies() {
            return with(ObligationPolicies.ANNUAL_REVIEW, "consequence", ObligationPolicy.Consequence.REMINDER);
        }
    }),
    A_RETURNED_REVIEW_LEAVES_NO_TIME(new Wiring() {
        @Override
        AnnualReviewRules reviewRules() {
            return new AnnualReviewRules(90, 0, "");
        }
    }),
    AN_ACCEPTED_REVIEW_SETTLES_NOTHING(
            losing("obligations", message -> message.name().equals("accepted"))),
    THE_CHANGES_THAT_A_REVIEW_STATES_ARE_NOT_ASSESSED(
            losing("assessment", message -> message.name().equals("submitted"))),
    A_HIGH_RISK_DOES_NOT_SHORTEN_THE_CYCLE(new Wiring() {
        @Override
        MembershipRules membershipRules() {
            return Records.with(super.membershipRules(), "highRiskRevalidationYears", 4);
        }
    });

    private final Wiring wiring;

    PlantedFault(Wiring wiring) {
        this.wiring = wiring;
    }

    Wiring wiring() {
        return wiring;
    }

    /** A bus that loses some messages for good. */
    private static Wiring losing(String reader, Predicate<InMemory.Version<?>> lost) {
        BiPredicate<String, Object> isLost =
                (to, message) -> to.equals(reader) && lost.test((InMemory.Version<?>) message);
        return new Wiring() {
            @Override
            Bus bus(MovedClock clock, RandomGenerator random) {
                return new Bus(clock, random) {
                    @Override
                    void send(String to, Object message, Runnable handling) {
                        if (!isLost.test(to, message)) {
                            super.send(to, message, handling);
                        }
                    }
                };
            }
        };
    }

    /** Obligations of which one kind of change is not stored. */
    private static Wiring dropping(String change) {
        return new Wiring() {
            @Override
            EnrolmentRecords.ObligationRecords obligations(MovedClock clock) {
                return new EnrolmentRecords.ObligationRecords(clock) {
                    @Override
                    public Optional<Obligation> react(String id, Consumer<Obligation> verb) {
                        var trial = find(id);
                        trial.ifPresent(verb);
                        var dropped = trial.flatMap(Obligation::change)
                                .filter(made -> made.name().equals(change))
                                .isPresent();
                        return dropped ? trial : super.react(id, verb);
                    }
                };
            }
        };
    }

    /** The default policy with one cell of one row replaced. */
    private static ObligationPolicies with(String kind, String component, Object value) {
        var defaults = ObligationPolicies.defaults();
        return new ObligationPolicies(KINDS.stream()
                .map(defaults::of)
                .map(row -> row.kind().equals(kind) ? Records.with(row, component, value) : row)
                .toList());
    }

    private static final List<String> KINDS = List.of(
            ObligationPolicies.REVALIDATION,
            ObligationPolicies.ANNUAL_REVIEW,
            ObligationPolicies.MUST_ACTION,
            ObligationPolicies.SUSPENSION_CONFIRMATION,
            ObligationPolicies.OBJECTION_ANSWER,
            ObligationPolicies.SUSPENSION_REVIEW);

    /** Reports to the decision on a revalidation that every visit was made. */
    private record NoVisits(MemberReports reports) implements MemberReports {

        @Override
        public void keep(String membershipId, long version, AssessmentReport report) {
            reports.keep(membershipId, version, report);
        }

        @Override
        public void keep(String visitId, long version, VisitReport report) {
            reports.keep(visitId, version, report);
        }

        @Override
        public Optional<AssessmentReport> assessment(String membershipId) {
            return reports.assessment(membershipId);
        }

        @Override
        public List<VisitReport> visits(String membershipId) {
            return reports.visits(membershipId).stream()
                    .map(visit -> Records.with(visit, "state", "CLOSED"))
                    .map(visit -> Records.with(visit, "outcome", "SATISFACTORY"))
                    .map(visit -> Records.with(visit, "closedAt", Instant.MAX))
                    .toList();
        }
    }
}
