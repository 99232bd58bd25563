package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.planning.PlanningFixtures.*;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.SlotPolicy;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;

class SlotRulesTest {

    private static final Roster ROSTER = new Roster(List.of(TORONTO, VANCOUVER));
    private static final Site VANCOUVER_SITE = site("delta", "BC", "CA", "America/Vancouver");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00:00Z, 2026-12-23T14:00:00Z, true",
        "2026-11-23T15:00:00Z, 2026-12-22T14:00:00Z, false",
        // Still the 22nd in Windsor: the 22nd of December is 30 days away there.
        "2026-11-23T04:30:00Z, 2026-12-22T14:00:00Z, true",
        "2026-11-23T05:00:00Z, 2026-12-22T14:00:00Z, false",
        // Notice counts calendar days; the lost hour of March does not matter.
        "2027-02-13T20:00:00Z, 2027-03-15T13:00:00Z, true",
        "2027-02-14T20:00:00Z, 2027-03-15T13:00:00Z, false"
    })
    void noticeIsCountedOnTheCalendarOfTheSite(Instant now, Instant start, boolean enough) {
        var objection = SlotRules.enoughNotice(30).objection(question(Schedule.Mode.ON_SITE, start, 6, now));
        assertThat(objection.isEmpty()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        // The site opens 08:00 to 17:00 on its own clock: 13:00Z in winter, 12:00Z in summer.
        "2027-01-04T13:00:00Z, 9, true",
        "2027-01-04T12:00:00Z, 6, false",
        "2027-01-04T14:00:00Z, 9, false",
        "2027-03-15T12:00:00Z, 9, true",
        "2027-03-12T12:00:00Z, 6, false",
        "2027-11-08T12:00:00Z, 6, false",
        "2027-11-05T12:00:00Z, 6, true",
        // Saturday.
        "2027-01-09T14:00:00Z, 2, false",
        // Past midnight.
        "2027-01-05T03:00:00Z, 4, false"
    })
    void slotsLieWithinOpeningHoursByTheClockOfTheSite(Instant start, int hours, boolean open) {
        var objection = SlotRules.siteIsOpen().objection(question(Schedule.Mode.ON_SITE, start, hours, NOW));
        assertThat(objection.isEmpty()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"VIRTUAL, 2, false", "VIRTUAL, 3, true", "VIRTUAL, 8, true", "VIRTUAL, 9, false", "ON_SITE, 9, true"})
    void aVirtualVisitTakesThreeToEightHours(Schedule.Mode mode, int hours, boolean fits) {
        var objection = SlotRules.lengthFitsTheMode(3, 8).objection(question(mode, MONDAY.startsAt(), hours, NOW));
        assertThat(objection.isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T14:00:00Z, ON, CA, ",
        "2026-12-25T14:00:00Z, ON, CA, public-holiday",
        // Boxing Day is observed on the Monday.
        "2026-12-28T14:00:00Z, ON, CA, public-holiday",
        // 20:00 of the 24th in Windsor.
        "2026-12-25T01:00:00Z, ON, CA, ",
        // 23:00 to 01:00, into Christmas.
        "2026-12-25T04:00:00Z, ON, CA, public-holiday",
        // 22:00 to 24:00 of the day before Christmas.
        "2026-12-25T03:00:00Z, ON, CA, ",
        // Family Day, in Ontario only.
        "2028-02-21T14:00:00Z, ON, CA, public-holiday",
        "2028-02-21T14:00:00Z, QC, CA, ",
        // In the United States officers keep their own holidays and the site keeps its country's.
        "2027-07-05T14:00:00Z, MI, US, public-holiday",
        "2027-07-01T14:00:00Z, MI, US, public-holiday",
        "2027-07-05T14:00:00Z, ON, CA, "
    })
    void thereAreNoVisitsOnHolidaysOfTheProgrammeOrOfTheSite(
            Instant start, String region, String country, String rule) {
        var noHoliday = SlotRules.noHoliday(BusinessCalendar.shipped());
        var place = site("somewhere", region, country, "America/Toronto");
        assertThat(rule(noHoliday, place, new Slot(VERA.id(), start, 2))).isEqualTo(Optional.ofNullable(rule));
    }

    @ParameterizedTest
    @CsvSource({"2028-11-22T14:00:00Z, true", "2028-11-23T14:00:00Z, false", "2999-12-31T14:00:00Z, false"})
    void aVisitIsPlannedTwoYearsAheadAtMost(Instant start, boolean near) {
        var objection = SlotRules.notTooFarAhead(730).objection(question(Schedule.Mode.ON_SITE, start, 6, NOW));
        assertThat(objection.isEmpty()).isEqualTo(near);
    }

    @Test
    void theOfficerIsOnTheRosterAndCoversTheRegion() {
        var rule = SlotRules.officerIsQualified(ROSTER);
        assertThat(rule(rule, WINDSOR, MONDAY)).isEmpty();
        assertThat(rule(rule, WINDSOR, by("user:stranger"))).contains("officer-not-on-roster");
        assertThat(rule(rule, WINDSOR, by("user:pat"))).contains("officer-not-in-region");
        assertThat(rule(rule, VANCOUVER_SITE, by("user:pat"))).isEmpty();
    }

    @Test
    void aVirtualVisitNeedsNoOfficerOfTheRegionAndTakesPlaceAtTheirVirtualHours() {
        var ningbo = site("ningbo", "ZJ", "CN", "Asia/Shanghai");
        // Tuesday 08:00 to 12:00 in Ningbo, Monday 19:00 to 23:00 in Toronto.
        var slot = new Slot(VERA.id(), Instant.parse("2027-01-05T00:00:00Z"), 4);
        assertThat(rule(SlotRules.officerIsQualified(ROSTER), ningbo, slot)).contains("officer-not-in-region");
        assertThat(rule(SlotRules.officerIsAtWork(ROSTER), ningbo, slot)).contains("officer-not-at-work");
        var virtual = new SlotPolicy.Question(
                "v", COMPANY, Visit.Type.REVALIDATION, Schedule.Mode.VIRTUAL, ningbo, slot, NOW);
        assertThat(SlotRules.officerIsQualified(ROSTER).objection(virtual)).isEmpty();
        assertThat(SlotRules.officerIsAtWork(ROSTER).objection(virtual)).isEmpty();
    }

    @Test
    void aSiteInQuebecIsVisitedInFrench() {
        var english = officer("user:eng", "America/Toronto", Set.of("CA"), Set.of("en"), 4);
        var rule = SlotRules.officerIsQualified(new Roster(List.of(english, TORONTO)));
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
        assertThat(rule(SlotRules.officerIsAtWork(ROSTER), VANCOUVER_SITE, new Slot(VERA.id(), start, 4)))
                .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void aDeclaredTieToACompanyRulesTheOfficerOutWithoutTellingIt() {
        var rule = SlotRules.noConflictOfInterest(ROSTER);
        assertThat(rule(rule, WINDSOR, MONDAY)).isEmpty();
        var objection = rule.objection(question("111222337", WINDSOR, MONDAY)).orElseThrow();
        assertThat(objection.rule()).isEqualTo("conflict-of-interest");
        assertThat(objection.reason().toString()).doesNotContain("Worked there");
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
        var question = new SlotPolicy.Question(
                own.id(), COMPANY, Visit.Type.INITIAL, Schedule.Mode.ON_SITE, WINDSOR, MONDAY, NOW);
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

    private static SlotRules.Rule free(int visitsPerWeek, List<Visit> occupying) {
        var officer = officer(VERA.id(), "America/Toronto", Set.of("CA"), Set.of("en"), visitsPerWeek);
        return SlotRules.officerIsFree(new Roster(List.of(officer)), who -> occupying);
    }

    private static Slot by(String officer) {
        return new Slot(officer, MONDAY.startsAt(), 6);
    }

    private static Optional<String> rule(SlotRules.Rule rule, Site site, Slot slot) {
        return rule.objection(question(COMPANY, site, slot)).map(SlotPolicy.Objection::rule);
    }

    private static SlotPolicy.Question question(String company, Site site, Slot slot) {
        return new SlotPolicy.Question("visit-9", company, Visit.Type.AD_HOC, Schedule.Mode.ON_SITE, site, slot, NOW);
    }

    private static SlotPolicy.Question question(Schedule.Mode mode, Instant start, int hours, Instant now) {
        var slot = new Slot(VERA.id(), start, hours);
        return new SlotPolicy.Question("v", COMPANY, Visit.Type.INITIAL, mode, WINDSOR, slot, now);
    }
}
