package org.trustedtrader.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.identifier.CarrierCode;

/** Enrolment's repositories in memory; a question that nobody asks here is not answered. */
final class EnrolmentRecords {

    private EnrolmentRecords() {}

    static class MembershipRecords extends InMemory<Membership, Membership.Snapshot> implements Memberships {

        MembershipRecords(Clock clock) {
            super("membership", Membership::snapshot, Membership::restore, clock);
        }

        @Override
        public List<Membership> page(
                Optional<String> company, Optional<MembershipState> state, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Membership> ofCompany(String company) {
            return stream()
                    .filter(m -> m.snapshot().company().equals(company))
                    .map(this::read)
                    .toList();
        }

        @Override
        public Optional<String> companyOf(String membershipNumber) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> withoutRevalidation(LocalDate dueUntil, int limit) {
            return stream()
                    .filter(m -> m.snapshot().state() == MembershipState.ACTIVE
                            || m.snapshot().state() == MembershipState.SUSPENDED)
                    .filter(m -> m.snapshot().revalidation() == null)
                    .filter(m -> !m.snapshot().revalidationDueOn().isAfter(dueUntil))
                    .map(Version::id)
                    .toList();
        }

        @Override
        public List<String> appealPeriodOver(Instant now, int limit) {
            return stream()
                    .filter(m -> m.snapshot().appealDueAt() != null
                            && m.snapshot().appealDueAt().isBefore(now))
                    .map(Version::id)
                    .toList();
        }

        Stream<Version<Membership.Snapshot>> stream() {
            return StreamSupport.stream(all().spliterator(), false);
        }
    }

    static class ObligationRecords extends InMemory<Obligation, Obligation.Snapshot> implements Obligations {

        private final Map<String, Set<String>> pendingByMembership = new HashMap<>();
        private final Map<String, Version<Obligation.Snapshot>> pending = new HashMap<>();

        ObligationRecords(Clock clock) {
            super("obligation", Obligation::snapshot, Obligation::restore, clock);
        }

        @Override
        protected void stored(Version<Obligation.Snapshot> version) {
            var ofMember = pendingByMembership.computeIfAbsent(
                    version.snapshot().subject().membershipId(), _ -> new TreeSet<>());
            if (version.snapshot().state().pending()) {
                ofMember.add(version.id());
                pending.put(version.id(), version);
            } else {
                ofMember.remove(version.id());
                pending.remove(version.id());
            }
        }

        @Override
        public List<Obligation> page(Filter filter, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Obligation> pendingOf(String membershipId) {
            return pendingByMembership.getOrDefault(membershipId, Set.of()).stream()
                    .map(id -> find(id).orElseThrow())
                    .toList();
        }

        @Override
        public List<String> toLetPass(LocalDate today, int limit) {
            var due = new ArrayList<String>();
            for (var version : pending.values()) {
                var o = version.snapshot();
                var reminded = o.nextReminderOn() != null && !o.nextReminderOn().isAfter(today);
                if (reminded
                        || o.state() != Obligation.State.OVERDUE && o.dueOn().isBefore(today)) {
                    due.add(version.id());
                }
            }
            due.sort(Comparator.naturalOrder());
            return due;
        }
    }

    static class CaseRecords extends InMemory<ComplianceCase, ComplianceCase.Snapshot> implements ComplianceCases {

        private final Map<String, Set<String>> openBySource = new HashMap<>();
        private final Map<String, Set<String>> openByMembership = new HashMap<>();
        private final Set<String> open = new TreeSet<>();
        private final Map<String, Set<String>> allByMembership = new HashMap<>();

        CaseRecords(Clock clock) {
            super("compliance-case", ComplianceCase::snapshot, ComplianceCase::restore, clock);
        }

        @Override
        protected void stored(Version<ComplianceCase.Snapshot> version) {
            var subject = version.snapshot().subject();
            var isOpen = version.snapshot().state().open();
            allByMembership
                    .computeIfAbsent(subject.membershipId(), _ -> new TreeSet<>())
                    .add(version.id());
            keep(open, version.id(), isOpen);
            keep(openBySource.computeIfAbsent(subject.source(), _ -> new TreeSet<>()), version.id(), isOpen);
            keep(openByMembership.computeIfAbsent(subject.membershipId(), _ -> new TreeSet<>()), version.id(), isOpen);
        }

        Stream<Version<ComplianceCase.Snapshot>> ofMember(String membershipId) {
            return allByMembership.getOrDefault(membershipId, Set.of()).stream().map(this::newest);
        }

        private static void keep(Set<String> ids, String id, boolean member) {
            if (member) {
                ids.add(id);
            } else {
                ids.remove(id);
            }
        }

        @Override
        public List<ComplianceCase> page(Filter filter, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> openOf(String membershipId, int limit) {
            return List.copyOf(openByMembership.getOrDefault(membershipId, Set.of()));
        }

        @Override
        public List<String> openAbout(String source, int limit) {
            return List.copyOf(openBySource.getOrDefault(source, Set.of()));
        }

        @Override
        public List<String> waiting(Optional<String> after, int limit) {
            return open.stream()
                    .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long escalated() {
            throw new UnsupportedOperationException();
        }
    }

    static class ReviewRecords extends InMemory<AnnualReview, AnnualReview.Snapshot> implements AnnualReviews {

        private final Map<String, Set<String>> byMembership = new HashMap<>();

        ReviewRecords(Clock clock) {
            super("annual-review", AnnualReview::snapshot, AnnualReview::restore, clock);
        }

        @Override
        protected void stored(Version<AnnualReview.Snapshot> version) {
            byMembership
                    .computeIfAbsent(version.snapshot().subject().membershipId(), _ -> new TreeSet<>())
                    .add(version.id());
        }

        @Override
        public List<AnnualReview> page(Filter filter, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AnnualReview> ofMembership(String membershipId) {
            return byMembership.getOrDefault(membershipId, Set.of()).stream()
                    .map(id -> find(id).orElseThrow())
                    .toList();
        }
    }

    static class CompanyRecords extends InMemory<Company, Company.Snapshot> implements Companies {

        CompanyRecords(Clock clock) {
            super("company", Company::snapshot, Company::restore, clock);
        }

        @Override
        public List<Company> page(
                Optional<String> only,
                Optional<CarrierCode> carrying,
                Optional<String> named,
                Optional<String> after,
                int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Company> claiming(
                IdentifierClaim.State state, Optional<LocalDate> until, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> possibleDuplicates(Company company) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> confirmedUntilBefore(LocalDate day, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> toMigrate(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> claimant(String claim) {
            throw new UnsupportedOperationException();
        }
    }

    /** The newest report of each assessment and visit. */
    static final class ReportRecords implements MemberReports {

        private final Map<String, Long> versions = new HashMap<>();
        private final Map<String, AssessmentReport> assessments = new HashMap<>();
        private final Map<String, Map<String, VisitReport>> visits = new HashMap<>();

        @Override
        public void keep(String membershipId, long version, AssessmentReport report) {
            if (isNewer("assessment/" + membershipId, version)) {
                assessments.put(membershipId, report);
            }
        }

        @Override
        public void keep(String visitId, long version, VisitReport report) {
            if (isNewer("visit/" + visitId, version)) {
                visits.computeIfAbsent(report.membershipId(), _ -> new HashMap<>())
                        .put(visitId, report);
            }
        }

        @Override
        public Optional<AssessmentReport> assessment(String membershipId) {
            return Optional.ofNullable(assessments.get(membershipId));
        }

        @Override
        public List<VisitReport> visits(String membershipId) {
            return List.copyOf(visits.getOrDefault(membershipId, Map.of()).values());
        }

        private boolean isNewer(String subject, long version) {
            return versions.merge(subject, version, Math::max) == version;
        }
    }
}
