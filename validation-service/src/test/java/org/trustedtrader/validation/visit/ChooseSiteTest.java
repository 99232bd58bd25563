package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

class ChooseSiteTest {

    private static final Site OFFICE = withFunctions("office", "CA", 10, "OFFICE");
    private static final Site DOCK = withFunctions("dock", "CA", 10, "CROSS_DOCK");
    private static final Site FOREIGN_DOCK = withFunctions("laredo", "US", 80, "CROSS_DOCK");

    @Test
    void theRiskiestSiteComesFirstAndSaysWhy() {
        var ranked = choosing(OFFICE, DOCK, FOREIGN_DOCK).priorities("123456782");
        assertThat(ranked).extracting(p -> p.site().id()).containsExactly("laredo", "dock", "office");
        assertThat(ranked.getFirst().reasons())
                .extracting(reason -> reason.text().toString())
                .containsExactly("CROSS_DOCK +4", "abroad (US) +2", "80 people +1");
        assertThat(ranked.getFirst().points()).isEqualTo(7);
    }

    @Test
    void equalSitesAreTakenInOrderOfTheirIds() {
        var other = withFunctions("annex", "CA", 10, "CROSS_DOCK");
        assertThat(choosing(DOCK, other).of("123456782", null)).isEqualTo(other);
    }

    @Test
    void anOfficerMayChooseAnotherSiteOfTheCompany() {
        assertThat(choosing(OFFICE, DOCK).of("123456782", "office")).isEqualTo(OFFICE);
        assertThatThrownBy(() -> choosing(OFFICE).of("123456782", "dock")).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void aCompanyWithoutSiteOrNotEnrolledIsSaidToBeSo() {
        assertThatThrownBy(() -> choosing().priorities("123456782"))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo("company-without-site"));
        assertThatThrownBy(() -> new ChooseSite(bn -> Optional.empty()).priorities("123456782"))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo("company-unknown"));
    }

    @Test
    void unavailabilityIsNotReadAsNoSite() {
        var chooseSite = new ChooseSite(bn -> {
            throw new Refusal.Unavailable(Message.of("validation.site.look-up-failed"));
        });
        assertThatThrownBy(() -> chooseSite.priorities("123456782")).isInstanceOf(Refusal.Unavailable.class);
    }

    private static ChooseSite choosing(Site... sites) {
        return new ChooseSite(bn -> Optional.of(new Companies.Company(bn, List.of(sites))));
    }

    private static Site withFunctions(String id, String country, int headcount, String... functions) {
        return new Site(
                id,
                id,
                List.of(functions),
                "1 St",
                "City",
                "ON",
                "",
                country,
                VisitFixtures.WINDSOR.zone(),
                headcount,
                OpeningHours.OFFICE_HOURS);
    }
}
