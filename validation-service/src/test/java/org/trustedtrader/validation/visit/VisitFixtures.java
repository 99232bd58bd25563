package org.trustedtrader.validation.visit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.validation.planning.Officer;
import org.trustedtrader.validation.planning.Roster;
import org.trustedtrader.validation.planning.SlotRules;

/** Visits in every state, each reached by the verbs that lead there. */
public final class VisitFixtures {

    public static final String COMPANY = "123456782";
    public static final String APPLICATION = "0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10";
    public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    public static final Actor VERA = officer("vera");
    public static final Actor OTHER_VALIDATOR = officer("victor");
    public static final Actor CARLA = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    public static final Actor MORGAN = new Actor("user:morgan", Set.of("programme-manager"), Optional.empty());
    /** Nothing speaks against any officer. */
    public static final Validators ANYBODY = (officer, company) -> Optional.empty();

    public static final Actor SELF = Actor.service("validation");

    public static final Site WINDSOR = site("windsor", "ON", "CA", "America/Toronto");
    /** Monday, 43 days ahead, 09:00 in Windsor. */
    public static final Slot MONDAY = new Slot(VERA.id(), Instant.parse("2027-01-04T14:00:00Z"), 6);

    public static final Slot TUESDAY = new Slot(VERA.id(), Instant.parse("2027-01-05T14:00:00Z"), 6);
    /** Every rule, with an officer who can go anywhere at any time. */
    public static final SchedulingRules RULES = new SchedulingRules(
            VisitParameters.DEFAULT,
            new SlotRules(
                    VisitParameters.DEFAULT,
                    BusinessCalendar.shipped(),
                    new Roster(List.of(alwaysAvailable(VERA.id()))),
                    officer -> List.of()));

    public static final List<Fieldwork.Participant> PEOPLE = List.of(
            new Fieldwork.Participant("Jo Doe", "Security manager", Fieldwork.Participant.Side.COMPANY),
            new Fieldwork.Participant("Vera V.", "Validator", Fieldwork.Participant.Side.PROGRAMME));
    public static final List<Fieldwork.AreaRating> AREAS = List.of(
            new Fieldwork.AreaRating("SEALS", RiskLevel.MEDIUM, "Seal log has gaps"),
            new Fieldwork.AreaRating("CYBERSECURITY", RiskLevel.LOW, "Good"));

    private VisitFixtures() {}

    public static Site site(String id, String region, String country, String zone) {
        return new Site(
                id,
                "Site " + id,
                List.of("CROSS_DOCK"),
                "1 Dock Road",
                "Windsor",
                region,
                "N9A 1A1",
                country,
                ZoneId.of(zone),
                40,
                OpeningHours.OFFICE_HOURS);
    }

    /** What storing it and reading it back gives. */
    public static Visit stored(Visit visit) {
        return Visit.restore(new Aggregate.Stored(visit.id(), visit.version(), Map.of()), visit.snapshot());
    }

    /** A visit as versions that chose no sites made it due. */
    public static Visit in(VisitState state) {
        var origin = new VisitOrigin(Visit.Type.INITIAL, COMPANY, APPLICATION, NOW, "", null, null, null, null);
        return in(state, Visit.due(Visit.initialId(APPLICATION), origin, RiskLevel.MEDIUM, RequiredSites.NONE, SELF));
    }

    /** A visit to the riskiest of the sites that the application requires. */
    public static Visit required(VisitState state) {
        var requirement = new Requirement(
                Requirement.Cause.EVERY_SITE,
                4,
                List.of(new Requirement.Reason(Requirement.Reason.Kind.FUNCTION, "CROSS_DOCK", 4)));
        var origin = new VisitOrigin(
                Visit.Type.INITIAL, COMPANY, APPLICATION, NOW, "", null, WINDSOR.id(), requirement, null);
        var sites = new RequiredSites(List.of(WINDSOR.id(), "london"));
        return in(state, Visit.due(Visit.initialId(APPLICATION), origin, RiskLevel.MEDIUM, sites, SELF));
    }

    /** One of two visits that a revalidation made due, by a day that was moved. */
    public static Visit ofRevalidation(VisitState state) {
        var requirement = new Requirement(Requirement.Cause.EVERY_SITE, 0, List.of());
        var origin = new VisitOrigin(
                Visit.Type.REVALIDATION,
                COMPANY,
                null,
                NOW,
                "",
                APPLICATION,
                WINDSOR.id(),
                requirement,
                NOW.minus(Duration.ofHours(1)));
        var sites = new RequiredSites(List.of(WINDSOR.id(), "london"));
        var id = "revalidation-" + APPLICATION + "-"
                + origin.revalidationOpenedAt().toEpochMilli() + "-" + WINDSOR.id();
        var due = Visit.due(id, origin, RiskLevel.MEDIUM, sites, LocalDate.of(2027, 7, 26), SELF);
        return after(in(state, due), v -> v.moveDueDate(LocalDate.of(2027, 9, 1), SELF, NOW));
    }

    private static Visit in(VisitState state, Visit due) {
        return switch (state) {
            case DUE -> stored(due);
            case PROPOSED ->
                after(
                        in(VisitState.DUE, due),
                        v -> v.propose(WINDSOR, Schedule.Mode.ON_SITE, List.of(MONDAY, TUESDAY), RULES, VERA, NOW));
            case NOTIFIED -> after(in(VisitState.PROPOSED, due), v -> v.notifyCompany(RULES, VERA, NOW));
            case CONFIRMED -> after(in(VisitState.NOTIFIED, due), v -> v.confirm(1, RULES, CARLA, NOW));
            case RESCHEDULED ->
                after(in(VisitState.CONFIRMED, due), v -> v.reschedule(2, "Holiday", RULES, CARLA, NOW));
            case NO_SHOW ->
                after(
                        in(VisitState.CONFIRMED, due),
                        v -> v.recordNoShow(Deviations.Absent.COMPANY, "Nobody at the gate", VERA, MONDAY.startsAt()));
            case IN_PROGRESS -> after(in(VisitState.CONFIRMED, due), v -> v.start(PEOPLE, VERA, MONDAY.startsAt()));
            case FIELDWORK_DONE ->
                after(
                        withFindings(in(VisitState.IN_PROGRESS, due)),
                        v -> v.finishFieldwork(AREAS, VERA, duringVisit()));
            case REPORT_DRAFT ->
                after(in(VisitState.FIELDWORK_DONE, due), v -> v.draftReport("Seals need care.", VERA, duringVisit()));
            case REPORT_ISSUED ->
                after(
                        in(VisitState.REPORT_DRAFT, due),
                        v -> v.issueReport(VisitParameters.DEFAULT, VERA, duringVisit()));
            case RESPONSE_AWAITED ->
                after(in(VisitState.REPORT_ISSUED, due), v -> v.acknowledgeReport(CARLA, duringVisit()));
            case CLOSED -> after(settled(due), v -> v.close(Visit.Outcome.SATISFACTORY, "", VERA, duringVisit()));
            case CANCELLED ->
                after(in(VisitState.DUE, due), v -> v.endWith("The application is WITHDRAWN.", SELF, NOW));
        };
    }

    /** Answered, judged and resolved: ready to be closed. */
    public static Visit settled() {
        return settled(stored(in(VisitState.DUE)));
    }

    private static Visit settled(Visit due) {
        var answered =
                after(in(VisitState.RESPONSE_AWAITED, due), v -> v.respond("F1", "New seal log", CARLA, duringVisit()));
        var both = after(answered, v -> v.respond("F2", "Will train", CARLA, duringVisit()));
        var accepted = after(both, v -> v.acceptResponse("F1", "Fine", VERA, duringVisit()));
        return after(accepted, v -> v.resolveFinding("F1", "Seen", VERA, duringVisit()));
    }

    /** F1 requires an action, F2 recommends, F3 praises. */
    public static Visit withFindings(Visit inProgress) {
        var one = after(
                inProgress,
                v -> v.raiseFinding(Finding.Kind.ACTION_REQUIRED, "SEALS", "A3CHY", "No log", VERA, duringVisit()));
        var two = after(
                one, v -> v.raiseFinding(Finding.Kind.RECOMMENDATION, "SEALS", null, "Train", VERA, duringVisit()));
        return after(
                two,
                v -> v.raiseFinding(Finding.Kind.BEST_PRACTICE, "CYBERSECURITY", null, "Drills", VERA, duringVisit()));
    }

    public static Visit after(VisitState state, Consumer<Visit> verb) {
        return after(in(state), verb);
    }

    public static Visit after(Visit visit, Consumer<Visit> verb) {
        var copy = stored(visit);
        verb.accept(copy);
        return stored(copy);
    }

    public static Instant duringVisit() {
        return MONDAY.startsAt().plus(Duration.ofHours(1));
    }

    public static Visit adHoc(RiskLevel risk) {
        var origin = new VisitOrigin(Visit.Type.AD_HOC, COMPANY, null, NOW, "Tip-off", null, null, null, null);
        return stored(Visit.due("visit-1", origin, risk, RequiredSites.NONE, VERA));
    }

    private static Officer alwaysAvailable(String actor) {
        var aroundTheClock = OpeningHours.on(
                EnumSet.allOf(DayOfWeek.class), new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        return new Officer(
                actor,
                Set.of("CA", "US"),
                Set.of("en", "fr"),
                ZoneId.of("America/Toronto"),
                aroundTheClock,
                List.of(),
                List.of(),
                100,
                aroundTheClock);
    }

    private static Actor officer(String name) {
        return new Actor("user:" + name, Set.of("validator"), Optional.empty());
    }
}
