package org.trustedtrader.validation.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

/** Visits in every state, each reached by the verbs that lead there. */
public final class AVisit {

    public static final String COMPANY = "123456782";
    public static final String APPLICATION = "0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10";
    public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    public static final Actor VERA = officer("vera");
    public static final Actor OTHER_VALIDATOR = officer("victor");
    public static final Actor CARLA = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    public static final Actor SELF = Actor.service("validation");

    public static final Site WINDSOR = site("windsor", "ON", "CA", "America/Toronto");
    /** Monday, 43 days ahead, 09:00 in Windsor. */
    public static final Slot MONDAY = new Slot(VERA.id(), Instant.parse("2027-01-04T14:00:00Z"), 6);

    public static final Slot TUESDAY = new Slot(VERA.id(), Instant.parse("2027-01-05T14:00:00Z"), 6);
    /** Notice and opening hours, but no roster. */
    public static final Planning PLANNING = new Planning(
            VisitTerms.DEFAULT,
            new SlotRules(List.of(
                    new InitialVisitsAreMadeOnSite(),
                    new LengthFitsTheMode(3, 8),
                    new EnoughNotice(30),
                    new WithinOpeningHours())));

    public static final List<PersonPresent> PEOPLE = List.of(
            new PersonPresent("Jo Doe", "Security manager", PersonPresent.Side.COMPANY),
            new PersonPresent("Vera V.", "Validator", PersonPresent.Side.PROGRAMME));
    public static final List<AreaRisk> AREAS = List.of(
            new AreaRisk("SEALS", RiskLevel.MEDIUM, "Seal log has gaps"),
            new AreaRisk("CYBERSECURITY", RiskLevel.LOW, "Good"));

    private AVisit() {}

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
        return new Visit(new Aggregate.Stored(visit.id(), visit.version(), Map.of()), visit.file());
    }

    public static Visit in(VisitState state) {
        return switch (state) {
            case DUE -> stored(Visit.initial(APPLICATION, COMPANY, RiskLevel.MEDIUM, SELF, NOW));
            case PROPOSED ->
                after(
                        VisitState.DUE,
                        v -> v.propose(WINDSOR, VisitMode.ON_SITE, List.of(MONDAY, TUESDAY), PLANNING, VERA, NOW));
            case NOTIFIED -> after(VisitState.PROPOSED, v -> v.notifyCompany(PLANNING, VERA, NOW));
            case CONFIRMED -> after(VisitState.NOTIFIED, v -> v.confirm(1, PLANNING, CARLA, NOW));
            case RESCHEDULED -> after(VisitState.CONFIRMED, v -> v.reschedule(2, "Holiday", PLANNING, CARLA, NOW));
            case NO_SHOW ->
                after(VisitState.CONFIRMED, v -> v.recordNoShow("Nobody at the gate", VERA, MONDAY.startsAt()));
            case IN_PROGRESS -> after(VisitState.CONFIRMED, v -> v.start(PEOPLE, VERA, MONDAY.startsAt()));
            case FIELDWORK_DONE ->
                after(withFindings(in(VisitState.IN_PROGRESS)), v -> v.finishFieldwork(AREAS, VERA, duringVisit()));
            case REPORT_DRAFT ->
                after(VisitState.FIELDWORK_DONE, v -> v.draftReport("Seals need care.", VERA, duringVisit()));
            case REPORT_ISSUED ->
                after(VisitState.REPORT_DRAFT, v -> v.issueReport(VisitTerms.DEFAULT, VERA, duringVisit()));
            case RESPONSE_AWAITED -> after(VisitState.REPORT_ISSUED, v -> v.acknowledgeReport(CARLA, duringVisit()));
            case CLOSED -> after(settled(), v -> v.close(Outcome.SATISFACTORY, "", VERA, duringVisit()));
            case CANCELLED -> after(VisitState.DUE, v -> v.endWithApplication("WITHDRAWN", SELF, NOW));
        };
    }

    /** Answered, judged and resolved: ready to be closed. */
    public static Visit settled() {
        var answered = after(VisitState.RESPONSE_AWAITED, v -> v.respond("F1", "New seal log", CARLA, duringVisit()));
        var both = after(answered, v -> v.respond("F2", "Will train", CARLA, duringVisit()));
        var accepted = after(both, v -> v.acceptResponse("F1", "Fine", VERA, duringVisit()));
        return after(accepted, v -> v.resolveFinding("F1", "Seen", VERA, duringVisit()));
    }

    /** F1 requires an action, F2 recommends, F3 praises. */
    public static Visit withFindings(Visit inProgress) {
        var one = after(
                inProgress,
                v -> v.raiseFinding(FindingKind.ACTION_REQUIRED, "SEALS", "A3CHY", "No log", VERA, duringVisit()));
        var two = after(
                one, v -> v.raiseFinding(FindingKind.RECOMMENDATION, "SEALS", null, "Train", VERA, duringVisit()));
        return after(
                two,
                v -> v.raiseFinding(FindingKind.BEST_PRACTICE, "CYBERSECURITY", null, "Drills", VERA, duringVisit()));
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
        var origin = VisitOrigin.ordered(VisitType.AD_HOC, COMPANY, null, NOW, "Tip-off");
        return stored(Visit.ordered("visit-1", origin, risk, VERA));
    }

    private static Actor officer(String name) {
        return new Actor("user:" + name, Set.of("validator"), Optional.empty());
    }
}
