package org.trustedtrader.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.EndVisits;
import org.trustedtrader.validation.visit.Fieldwork;
import org.trustedtrader.validation.visit.Finding;
import org.trustedtrader.validation.visit.MembershipProjection.Member;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.RequiredSites;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.SchedulingRules;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitOrigin;
import org.trustedtrader.validation.visit.VisitParameters;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.Visits;

/** Validation's domain, with officers who can come at any time. */
final class SiteVisits {

    private static final VisitParameters PARAMETERS = VisitParameters.DEFAULT;
    private static final SchedulingRules ANY_TIME = new SchedulingRules(PARAMETERS, question -> List.of());
    private static final List<Fieldwork.Participant> PEOPLE =
            List.of(new Fieldwork.Participant("Jo Doe", "Security manager", Fieldwork.Participant.Side.COMPANY));
    private static final String AREA = "SEALS";
    private static final Site YARD = new Site(
            "yard",
            "Yard",
            List.of("YARD"),
            "1 Main St",
            "Town",
            "ON",
            "",
            "CA",
            ZoneId.of("America/Toronto"),
            40,
            OpeningHours.OFFICE_HOURS);

    private final Records records;
    private final EndVisits end;
    private final MovedClock clock;

    SiteVisits(MovedClock clock, Bus bus, Enrolment enrolment) {
        this.clock = clock;
        records = new Records(clock);
        end = new EndVisits(records, clock);
        records.announceTo(v -> {
            var membership = String.valueOf(v.snapshot().origin().membershipId());
            bus.send(
                    "enrolment",
                    v,
                    () -> enrolment.visitChanged(
                            Reports.result(v.id(), membership, v.snapshot()),
                            v.version(),
                            Reports.of(v.id(), membership, v.snapshot())));
        });
    }

    void membershipChanged(String membership, Member member) {
        end.ofMembership(membership, member);
    }

    void order(String id, String membership, String company, Visit.Type type, Actor officer) {
        var origin = new VisitOrigin(type, company, null, clock.instant(), "ordered", membership, null, null, null);
        records.create(
                Visit.due(id, origin, RiskLevel.MEDIUM, new RequiredSites(List.of()), officer), Command.by(officer));
    }

    VisitSnapshot look(String id) {
        return records.look(id).orElseThrow();
    }

    /** Offers one slot and tells the company. */
    void sendSlots(String id, Instant startsAt, Actor validator) {
        var slots = List.of(new Slot(validator.id(), startsAt, 6));
        change(id, validator, v -> v.propose(YARD, Schedule.Mode.ON_SITE, slots, ANY_TIME, validator, clock.instant()));
        change(id, validator, v -> v.notifyCompany(ANY_TIME, validator, clock.instant()));
    }

    void agree(String id, Actor owner) {
        change(id, owner, v -> v.confirm(1, ANY_TIME, owner, clock.instant()));
    }

    void decline(String id, Actor owner) {
        change(id, owner, v -> v.decline("not that day", owner, clock.instant()));
    }

    void companyMissed(String id, Actor validator) {
        change(
                id,
                validator,
                v -> v.recordNoShow(Deviations.Absent.COMPANY, "nobody there", validator, clock.instant()));
    }

    /** Makes the visit and sends the report. @param finding whether an action is required */
    void visit(String id, boolean finding, Actor validator) {
        change(id, validator, v -> v.start(PEOPLE, validator, clock.instant()));
        if (finding) {
            change(
                    id,
                    validator,
                    v -> v.raiseFinding(
                            Finding.Kind.ACTION_REQUIRED, AREA, null, "No log", validator, clock.instant()));
        }
        var rating = new Fieldwork.AreaRating(AREA, finding ? RiskLevel.MEDIUM : RiskLevel.LOW, "seen");
        change(id, validator, v -> v.finishFieldwork(List.of(rating), validator, clock.instant()));
        change(id, validator, v -> v.draftReport("What was seen.", validator, clock.instant()));
        change(id, validator, v -> v.issueReport(PARAMETERS, validator, clock.instant()));
    }

    /** Acknowledges the report, and answers its finding. */
    void answerReport(String id, Actor owner) {
        change(id, owner, v -> v.acknowledgeReport(owner, clock.instant()));
        if (look(id).findings().awaitingResponse() > 0) {
            change(id, owner, v -> v.respond("F1", "We keep a log now", owner, clock.instant()));
        }
    }

    void close(String id, boolean satisfactory, Actor validator) {
        if (satisfactory && look(id).findings().unresolvedActions() > 0) {
            change(id, validator, v -> v.acceptResponse("F1", "seen", validator, clock.instant()));
            change(id, validator, v -> v.resolveFinding("F1", "seen", validator, clock.instant()));
        }
        var outcome = satisfactory ? Visit.Outcome.SATISFACTORY : Visit.Outcome.UNSATISFACTORY;
        change(id, validator, v -> v.close(outcome, "as reported", validator, clock.instant()));
    }

    void cancel(String id, Actor manager) {
        change(id, manager, v -> v.cancel("another one is made", manager, clock.instant()));
    }

    private void change(String id, Actor actor, Consumer<Visit> verb) {
        records.change(id, Command.by(actor), verb);
    }

    private static final class Records extends InMemory<Visit, VisitSnapshot> implements Visits {

        private final Map<String, List<String>> byFile = new HashMap<>();

        Records(MovedClock clock) {
            super("visit", Visit::snapshot, Visit::restore, clock);
        }

        @Override
        protected void stored(Version<VisitSnapshot> version) {
            var ids = byFile.computeIfAbsent(
                    String.valueOf(version.snapshot().origin().membershipId()), _ -> new ArrayList<>());
            if (!ids.contains(version.id())) {
                ids.add(version.id());
            }
        }

        @Override
        public List<Visit> matching(Criteria criteria, @Nullable String afterId, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Visit> occupying(String officer) {
            return List.of();
        }

        @Override
        public List<Visit> ofFile(String applicationOrMembershipId) {
            return byFile.getOrDefault(applicationOrMembershipId, List.of()).stream()
                    .map(id -> find(id).orElseThrow())
                    .toList();
        }

        @Override
        public List<Visit> openOf(String company) {
            return List.of();
        }

        @Override
        public List<Visit> ofYear(int year) {
            throw new UnsupportedOperationException();
        }
    }
}
