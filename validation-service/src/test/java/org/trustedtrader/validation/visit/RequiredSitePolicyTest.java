package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.validation.visit.RequiredSitePolicy.Choice;
import org.trustedtrader.validation.visit.Requirement.Cause;

class RequiredSitePolicyTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 3", "4, 3", "9, 3", "10, 4", "12, 4", "16, 4", "17, 5", "100, 10"})
    void theNumberOfSitesGrowsWithTheRootOfTheirNumber(int sites, int visited) {
        assertThat(choose(warehouses(sites))).hasSize(visited);
    }

    @Test
    void theRiskiestAreChosenAndOneOfEachFunctionThatTheyLeaveOut() {
        var sites = new ArrayList<>(warehouses(10));
        sites.add(site("harbour", 10, "TERMINAL"));
        sites.add(site("office-1", 10, "OFFICE"));
        sites.add(site("office-2", 10, "OFFICE"));
        var choices = choose(sites);
        assertThat(choices)
                .extracting(
                        choice -> choice.site().id(),
                        choice -> choice.requirement().cause())
                .containsExactly(
                        tuple("harbour", Cause.HIGHEST_RISK),
                        tuple("warehouse-00", Cause.HIGHEST_RISK),
                        tuple("warehouse-01", Cause.HIGHEST_RISK),
                        tuple("warehouse-02", Cause.HIGHEST_RISK),
                        tuple("office-1", Cause.SITE_FUNCTION));
        assertThat(choices.getFirst().requirement().points()).isEqualTo(4);
    }

    @Test
    void howManySitesAreAllVisitedIsASetting() {
        assertThat(new RequiredSitePolicy(1).choose(ChooseSite.ranked(warehouses(4))))
                .hasSize(2);
        assertThat(new RequiredSitePolicy(40).choose(ChooseSite.ranked(warehouses(40))))
                .hasSize(40);
    }

    private static List<Choice> choose(List<Site> sites) {
        return RequiredSitePolicy.DEFAULT.choose(ChooseSite.ranked(sites));
    }

    private static List<Site> warehouses(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> site("warehouse-%02d".formatted(i), 10, "WAREHOUSE"))
                .toList();
    }

    private static Site site(String id, int headcount, String function) {
        return new Site(
                id,
                id,
                List.of(function),
                "1 St",
                "City",
                "ON",
                "",
                "CA",
                VisitFixtures.WINDSOR.zone(),
                headcount,
                OpeningHours.OFFICE_HOURS);
    }
}
