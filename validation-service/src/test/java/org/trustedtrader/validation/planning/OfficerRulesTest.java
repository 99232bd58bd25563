package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.planning.PlanningFixtures.*;
import static org.trustedtrader.validation.visit.AVisit.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitMode;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;

class OfficerRulesTest {

    private static final Roster ROSTER = new Roster(List.of(TORONTO, VANCOUVER));
    private static final Site VANCOUVER_SITE = site("delta", "BC", "CA", "America/Vancouver");

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:00:00Z, ",
        "2026-12-25T14:00:00Z, public-holiday",
        "2026-12-28T14:00:00Z, public-holiday",
        // 20:00 of the 24th in Windsor.
        "2026-12-25T01:00:00Z, ",
        "2027-01-01T14:00:00Z, public-holiday",
        "2029-03-01T14:00:00Z, holidays-unknown"
    })
    void thereAreNoVisitsOnHolidaysNorInYearsWhoseHolidaysAreUnknown(Instant start, String rule) {
        assertThat(rule(new NotOnAHoliday(HOLIDAYS), WINDSOR, new Slot(VERA.id(), start, 2)))
                .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void theOfficerIsOnTheRosterAndCoversTheRegion() {
        var rule = new OfficerIsQualified(ROSTER);
        assertThat(rule(rule, WINDSOR, MONDAY)).isEmpty();
        assertThat(rule(rule, WINDSOR, by("user:stranger"))).contains("officer-not-on-roster");
        assertThat(rule(rule, WINDSOR, by("user:pat"))).contains("officer-not-in-region");
        assertThat(rule(rule, VANCOUVER_SITE, by("user:pat"))).isEmpty();
    }

    @Test
    void aSiteInQuebecIsVisitedInFrench() {
        var english = officer("user:eng", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        var rule = new OfficerIsQualified(new Roster(List.of(english, TORONTO)));
        var montreal = site("montreal", "QC", "CA", "America/Toronto");
        assertThat(rule(rule, montreal, by("user:eng"))).contains("officer-language");
        assertThat(rule(rule, montreal, MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 08:00 in Toronto, in winter and in summer.
        "2027-01-04T13:00:00Z, ",
        "2027-01-04T12:59:00Z, officer-not-at-work",
        "2027-07-05T12:00:00Z, ",
        "2027-07-05T11:59:00Z, officer-not-at-work",
        "2027-01-31T14:00:00Z, officer-not-at-work",
        "2027-02-01T14:00:00Z, officer-on-leave",
        "2027-02-12T14:00:00Z, officer-on-leave",
        "2027-02-15T14:00:00Z, "
    })
    void officersWorkByTheirOwnClockAndNotOnLeave(Instant start, String rule) {
        assertThat(rule(new OfficerIsAtWork(ROSTER), VANCOUVER_SITE, new Slot(VERA.id(), start, 4)))
                .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void aDeclaredTieToACompanyRulesTheOfficerOutWithoutTellingIt() {
        var rule = new NoConflictOfInterest(ROSTER);
        assertThat(rule(rule, WINDSOR, MONDAY)).isEmpty();
        var objection = rule.objection(question("111222337", WINDSOR, MONDAY)).orElseThrow();
        assertThat(objection.rule()).isEqualTo("conflict-of-interest");
        assertThat(objection.reason()).doesNotContain("Worked there");
    }

    @Test
    void anOfficerIsNotOfferedTwiceForOneTime() {
        var other = in(VisitState.NOTIFIED);
        assertThat(rule(free(4, List.of(other)), WINDSOR, MONDAY)).contains("officer-not-free");
        var overlapping = new Slot(VERA.id(), MONDAY.endsAt().minusSeconds(60), 2);
        var afterwards = new Slot(VERA.id(), MONDAY.endsAt(), 2);
        assertThat(rule(free(4, List.of(other)), WINDSOR, overlapping)).contains("officer-not-free");
        assertThat(rule(free(4, List.of(other)), WINDSOR, afterwards)).isEmpty();
    }

    @Test
    void onlyTheAgreedSlotTakesTimeOnceThereIsOne() {
        assertThat(rule(free(4, List.of(in(VisitState.CONFIRMED))), WINDSOR, TUESDAY))
                .isEmpty();
        assertThat(rule(free(4, List.of(in(VisitState.NOTIFIED))), WINDSOR, TUESDAY))
                .contains("officer-not-free");
    }

    @Test
    void aVisitDoesNotStandInItsOwnWay() {
        var own = in(VisitState.NOTIFIED);
        var question = new SlotQuestion(own.id(), COMPANY, VisitType.INITIAL, VisitMode.ON_SITE, WINDSOR, MONDAY, NOW);
        assertThat(free(1, List.of(own)).objection(question)).isEmpty();
    }

    @Test
    void aWeekHasItsFill() {
        var wednesday = new Slot(VERA.id(), Instant.parse("2027-01-06T14:00:00Z"), 6);
        var nextMonday = new Slot(VERA.id(), Instant.parse("2027-01-11T14:00:00Z"), 6);
        assertThat(rule(free(1, List.of(in(VisitState.CONFIRMED))), WINDSOR, wednesday))
                .contains("officer-busy");
        assertThat(rule(free(1, List.of(in(VisitState.CONFIRMED))), WINDSOR, nextMonday))
                .isEmpty();
        assertThat(rule(free(2, List.of(in(VisitState.CONFIRMED))), WINDSOR, wednesday))
                .isEmpty();
    }

    private static OfficerIsFree free(int visitsPerWeek, List<Visit> occupying) {
        var officer = officer(VERA.id(), "America/Toronto", Set.of("CA"), Set.of("en"), visitsPerWeek);
        return new OfficerIsFree(new Roster(List.of(officer)), who -> occupying);
    }

    private static Slot by(String officer) {
        return new Slot(officer, MONDAY.startsAt(), 6);
    }

    private static Optional<String> rule(SlotRule rule, Site site, Slot slot) {
        return rule.objection(question(COMPANY, site, slot)).map(Objection::rule);
    }

    private static SlotQuestion question(String company, Site site, Slot slot) {
        return new SlotQuestion("visit-9", company, VisitType.AD_HOC, VisitMode.ON_SITE, site, slot, NOW);
    }
}
