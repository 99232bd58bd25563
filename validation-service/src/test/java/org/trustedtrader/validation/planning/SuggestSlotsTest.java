package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.planning.PlanningFixtures.*;
import static org.trustedtrader.validation.visit.AVisit.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.ChooseSite;
import org.trustedtrader.validation.visit.Company;
import org.trustedtrader.validation.visit.InMemoryVisits;
import org.trustedtrader.validation.visit.Planning;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.VisitMode;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitTerms;

class SuggestSlotsTest {

    private final InMemoryVisits visits = new InMemoryVisits();

    @Test
    void suggestsTheFirstDaysAfterTheNoticeWithoutHolidaysAndWeekends() {
        var suggestions = suggest(WINDSOR, VisitMode.ON_SITE, 4, TORONTO);
        assertThat(suggestions.earliest()).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(suggestions.slots())
                .extracting(s -> WINDSOR.dateOf(s.slot().startsAt()))
                .containsExactly(
                        LocalDate.of(2026, 12, 23),
                        LocalDate.of(2026, 12, 24),
                        LocalDate.of(2026, 12, 29),
                        LocalDate.of(2026, 12, 30));
        assertThat(suggestions.obstacles())
                .extracting(SlotSuggestions.Obstacle::rule)
                .contains("public-holiday");
        assertThat(suggestions.slots().getFirst().reasons()).contains("30 days' notice");
    }

    @Test
    void everySuggestionCanBeProposed() {
        var slots = suggest(WINDSOR, VisitMode.ON_SITE, 5, TORONTO).slots().stream()
                .map(SlotSuggestions.Suggestion::slot)
                .toList();
        var rulebook = new Rulebook(VisitTerms.DEFAULT, new Roster(List.of(TORONTO)), HOLIDAYS);
        var planning = new Planning(VisitTerms.DEFAULT, rulebook.rules(visits::occupying));
        var visit = in(VisitState.DUE);
        visit.propose(WINDSOR, VisitMode.ON_SITE, slots, planning, VERA, NOW);
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void anOfficerOfAnotherTimeZoneStartsByTheLaterOfBothClocks() {
        var delta = site("delta", "BC", "CA", "America/Vancouver");
        var east = PlanningFixtures.officer("user:east", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        // 08:00 in Delta is 11:00 in Toronto, whose day ends at 18:00: seven hours are left.
        assertThat(suggest(delta, VisitMode.ON_SITE, 1, east).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T16:00:00Z");
        var west = PlanningFixtures.officer("user:west", "America/Vancouver", Set.of("CA"), Set.of("en"), 4);
        // 08:00 in Vancouver is 11:00 in Windsor, which closes at 17:00: just six hours.
        assertThat(suggest(WINDSOR, VisitMode.ON_SITE, 1, west).slots())
                .extracting(s -> s.slot().startsAt().toString())
                .containsExactly("2026-12-23T16:00:00Z");
    }

    @Test
    void officersTakeTurns() {
        var second = PlanningFixtures.officer("user:zoe", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        assertThat(suggest(WINDSOR, VisitMode.ON_SITE, 4, TORONTO, second).slots())
                .extracting(s -> s.slot().officer())
                .containsExactly(VERA.id(), "user:zoe", VERA.id(), "user:zoe");
    }

    @Test
    void timesThatOtherVisitsTakeAreNotSuggested() {
        visits.keep(in(VisitState.DUE));
        var before = suggest(WINDSOR, VisitMode.ON_SITE, 1, TORONTO)
                .slots()
                .getFirst()
                .slot();
        var other = stored(adHoc(RiskLevel.LOW));
        other.propose(WINDSOR, VisitMode.ON_SITE, List.of(before), PLANNING, VERA, NOW);
        visits.keep(other);
        assertThat(suggest(WINDSOR, VisitMode.ON_SITE, 1, TORONTO).slots())
                .extracting(SlotSuggestions.Suggestion::slot)
                .doesNotContain(before);
    }

    @Test
    void whereNobodyCanGoTheObstaclesSayWhy() {
        var nunavut = site("iqaluit", "NU", "CA", "America/Iqaluit");
        var suggestions = suggest(nunavut, VisitMode.ON_SITE, 5, VANCOUVER);
        assertThat(suggestions.slots()).isEmpty();
        assertThat(suggestions.obstacles())
                .extracting(SlotSuggestions.Obstacle::rule)
                .contains("officer-not-in-region");
    }

    @Test
    void anotherCompanysUserFindsNothingToSuggestFor() {
        visits.keep(in(VisitState.DUE));
        var mallory = new Actor("user:m", Set.of("validator-of-nothing"), Optional.of("111222337"));
        var wish = new SuggestSlots.Wish(null, VisitMode.ON_SITE, null, 1);
        assertThatThrownBy(() -> suggesting(WINDSOR, TORONTO).forVisit("initial-" + APPLICATION, wish, mallory))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private SlotSuggestions suggest(Site site, VisitMode mode, int limit, Officer... officers) {
        visits.keep(in(VisitState.DUE));
        var wish = new SuggestSlots.Wish(null, mode, null, limit);
        return suggesting(site, officers).forVisit("initial-" + APPLICATION, wish, VERA);
    }

    private SuggestSlots suggesting(Site site, Officer... officers) {
        return new SuggestSlots(
                visits,
                new ChooseSite(bn -> Optional.of(new Company(bn, List.of(site)))),
                new Rulebook(VisitTerms.DEFAULT, new Roster(List.of(officers)), HOLIDAYS),
                PlanningTerms.DEFAULT,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
