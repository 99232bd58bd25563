package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.planning.PlanningFixtures.*;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Companies.Company;
import org.trustedtrader.validation.visit.InMemoryVisits;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.SchedulingRules;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.VisitParameters;
import org.trustedtrader.validation.visit.VisitState;

class SuggestSlotsTest {

    private final InMemoryVisits visits = new InMemoryVisits();

    @Test
    void suggestsTheFirstDaysAfterTheNoticeWithoutHolidaysAndWeekends() {
        var suggestions = suggest(WINDSOR, Schedule.Mode.ON_SITE, 4, TORONTO);
        assertThat(suggestions.earliest()).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(suggestions.slots())
                .extracting(s -> WINDSOR.dateOf(s.slot().startsAt()))
                .containsExactly(
                        LocalDate.of(2026, 12, 23),
                        LocalDate.of(2026, 12, 24),
                        LocalDate.of(2026, 12, 29),
                        LocalDate.of(2026, 12, 30));
        assertThat(suggestions.obstacles())
                .extracting(SuggestSlots.Obstacle::rule)
                .contains("public-holiday");
        assertThat(suggestions.slots().getFirst().reasons())
                .extracting(Message::toString)
                .contains("30 days' notice");
    }

    @Test
    void everySuggestionCanBeProposed() {
        var slots = suggest(WINDSOR, Schedule.Mode.ON_SITE, 5, TORONTO).slots().stream()
                .map(SuggestSlots.Suggestion::slot)
                .toList();
        var slotRules = new SlotRules(
                VisitParameters.DEFAULT, BusinessCalendar.shipped(), new Roster(List.of(TORONTO)), visits::occupying);
        var rules = new SchedulingRules(VisitParameters.DEFAULT, slotRules);
        var visit = in(VisitState.DUE);
        visit.propose(WINDSOR, Schedule.Mode.ON_SITE, slots, rules, VERA, NOW);
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void anOfficerOfAnotherTimeZoneStartsByTheLaterOfBothClocks() {
        var delta = site("delta", "BC", "CA", "America/Vancouver");
        var east = PlanningFixtures.officer("user:east", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        // 08:00 in Delta is 11:00 in Toronto, whose day ends at 18:00: seven hours are left.
        assertThat(suggest(delta, Schedule.Mode.ON_SITE, 1, east).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T16:00:00Z");
        var west = PlanningFixtures.officer("user:west", "America/Vancouver", Set.of("CA"), Set.of("en"), 4);
        // 08:00 in Vancouver is 11:00 in Windsor, which closes at 17:00: just six hours.
        assertThat(suggest(WINDSOR, Schedule.Mode.ON_SITE, 1, west).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T16:00:00Z");
    }

    @Test
    void officersTakeTurns() {
        var second = PlanningFixtures.officer("user:zoe", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        assertThat(suggest(WINDSOR, Schedule.Mode.ON_SITE, 4, TORONTO, second).slots())
                .extracting(s -> s.slot().officer())
                .containsExactly(VERA.id(), "user:zoe", VERA.id(), "user:zoe");
    }

    @Test
    void timesThatOtherVisitsTakeAreNotSuggested() {
        visits.keep(in(VisitState.DUE));
        var before = suggest(WINDSOR, Schedule.Mode.ON_SITE, 1, TORONTO)
                .slots()
                .getFirst()
                .slot();
        var other = stored(adHoc(RiskLevel.LOW));
        other.propose(WINDSOR, Schedule.Mode.ON_SITE, List.of(before), RULES, VERA, NOW);
        visits.keep(other);
        assertThat(suggest(WINDSOR, Schedule.Mode.ON_SITE, 1, TORONTO).slots())
                .extracting(SuggestSlots.Suggestion::slot)
                .doesNotContain(before);
    }

    @Test
    void whereNobodyCanGoTheObstaclesSayWhy() {
        var nunavut = site("iqaluit", "NU", "CA", "America/Iqaluit");
        var suggestions = suggest(nunavut, Schedule.Mode.ON_SITE, 5, VANCOUVER);
        assertThat(suggestions.slots()).isEmpty();
        assertThat(suggestions.obstacles())
                .extracting(SuggestSlots.Obstacle::rule)
                .contains("officer-not-in-region");
    }

    @Test
    void anotherCompanysUserFindsNothingToSuggestFor() {
        visits.keep(in(VisitState.DUE));
        var mallory = new Actor("user:m", Set.of("validator-of-nothing"), Optional.of("111222337"));
        var request = new SuggestSlots.Request(null, Schedule.Mode.ON_SITE, null, 1);
        assertThatThrownBy(() -> suggesting(WINDSOR, TORONTO).suggest("initial-" + APPLICATION, request, mallory))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aYardThatNeverClosesIsVisitedWhenTheOfficerIsAtWork() {
        var yard = withHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(suggest(yard, Schedule.Mode.ON_SITE, 1, TORONTO).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T13:00:00Z");
    }

    @Test
    void aYardThatWorksOvernightIsVisitedByAnOfficerWhoDoesToo() {
        var yard = withHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
        var nights =
                OpeningHours.on(OpeningHours.WEEKDAYS, new OpeningHours.Span(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        var night = new Officer(
                "user:night", Set.of("CA"), Set.of("en"), WINDSOR.zone(), nights, List.of(), List.of(), 4, nights);
        assertThat(suggest(yard, Schedule.Mode.ON_SITE, 1, night).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T05:00:00Z");
        var byDay = suggest(yard, Schedule.Mode.ON_SITE, 1, TORONTO);
        assertThat(byDay.slots()).isEmpty();
        assertThat(byDay.obstacles()).extracting(SuggestSlots.Obstacle::rule).contains("officer-not-at-work");
    }

    @Test
    void aSiteInChinaIsVisitedVirtuallyInTheOfficersEvening() {
        var ningbo = site("ningbo", "ZJ", "CN", "Asia/Shanghai");
        visits.keep(adHoc(RiskLevel.LOW));
        var request = new SuggestSlots.Request("ningbo", Schedule.Mode.VIRTUAL, null, 3);
        var virtual = suggesting(ningbo, TORONTO).suggest("visit-1", request, VERA);
        assertThat(virtual.slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T00:00:00Z", "2026-12-24T00:00:00Z", "2026-12-29T00:00:00Z");
        assertThat(virtual.slots().getFirst().reasons())
                .extracting(Message::toString)
                .contains("officer speaks English; a virtual visit needs nobody of the region");
    }

    @Test
    void anInitialVisitIsNeverVirtual() {
        var suggestions = suggest(WINDSOR, Schedule.Mode.VIRTUAL, 3, TORONTO);
        assertThat(suggestions.slots()).isEmpty();
        assertThat(suggestions.obstacles())
                .extracting(SuggestSlots.Obstacle::rule)
                .contains("initial-visit-on-site");
    }

    private static Site withHours(LocalTime opens, LocalTime closes) {
        return new Site(
                "yard",
                "Yard",
                List.of("YARD"),
                "1 Dock Road",
                "Windsor",
                "ON",
                "N9A 1A1",
                "CA",
                WINDSOR.zone(),
                40,
                OpeningHours.on(OpeningHours.WEEKDAYS, new OpeningHours.Span(opens, closes)));
    }

    private SuggestSlots.Result suggest(Site site, Schedule.Mode mode, int limit, Officer... officers) {
        visits.keep(in(VisitState.DUE));
        var request = new SuggestSlots.Request(null, mode, null, limit);
        return suggesting(site, officers).suggest("initial-" + APPLICATION, request, VERA);
    }

    private SuggestSlots suggesting(Site site, Officer... officers) {
        return new SuggestSlots(
                visits,
                new ChooseSite(bn -> Optional.of(new Company(bn, List.of(site)))),
                new Roster(List.of(officers)),
                new SuggestSlots.Parameters(
                        VisitParameters.DEFAULT, PlanningParameters.DEFAULT, BusinessCalendar.shipped()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
