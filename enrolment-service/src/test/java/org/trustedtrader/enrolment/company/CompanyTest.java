package org.trustedtrader.enrolment.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.company.Samples.CARRIER;
import static org.trustedtrader.enrolment.company.Samples.haulage;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.refusal.Refusal;

class CompanyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of(CARRIER));
    private static final Actor STRANGER = new Actor("user:mallory", Set.of("account-owner"), Optional.of("111222337"));
    private static final Actor OFFICER = new Actor("user:audrey", Set.of("auditor"), Optional.empty());
    private static final Actor BORDER = new Actor("client:border", Set.of("border-system"), Optional.empty());

    private final Company company = Company.register(new BusinessNumber(CARRIER), haulage(), OWNER, NOW);

    @Test
    void isRegisteredByItsOwnPeopleOnly() {
        assertThatThrownBy(() -> Company.register(new BusinessNumber(CARRIER), haulage(), STRANGER, NOW))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void isReadByItsOwnPeopleAndByOfficers() {
        assertThat(company.visibleTo(OWNER)).isTrue();
        assertThat(company.visibleTo(OFFICER)).isTrue();
        assertThat(company.visibleTo(STRANGER)).isFalse();
        assertThat(company.visibleTo(BORDER)).isFalse();
    }

    @Test
    void claimsEveryIdentifierOfItsOwn() {
        assertThat(company.claims()).containsExactly("BN9:123456782", "CARRIER:77YY", "BN15:123456782RM0001");
    }

    @Test
    void keepsTheClaimToACodeThatItGaveUp() {
        var without = Samples.details(Optional.empty(), List.of(), List.of());
        var stored = stored(company);
        stored.amend(without, id -> false, OWNER, NOW);
        assertThat(stored.details().carrierCode()).isEmpty();
        assertThat(stored.claims()).contains("CARRIER:77YY", "BN15:123456782RM0001");
        assertThat(stored(stored).claims()).contains("CARRIER:77YY", "BN15:123456782RM0001");
    }

    @Test
    void changesNeitherCodeNorAccountsWhileOfficersRelyOnThem() {
        var otherCode = Samples.details(Optional.of(new CarrierCode("88ZZ")), List.of(), List.of(CARRIER + "RM0001"));
        var moreAccounts =
                Samples.details(haulage().carrierCode(), List.of(), List.of(CARRIER + "RM0001", CARRIER + "RM0002"));
        for (var details : List.of(otherCode, moreAccounts)) {
            var frozen = stored(company);
            assertThat(catchThrowableOfType(
                                    Refusal.RuleBroken.class, () -> frozen.amend(details, CARRIER::equals, OWNER, NOW))
                            .rule())
                    .isEqualTo("identifiers-frozen");
            assertThat(frozen.details()).isEqualTo(haulage());
        }
    }

    @Test
    void amendsEverythingElseWhileItsIdentifiersAreFrozen() {
        var fewerSites = Samples.details(haulage().carrierCode(), List.of(), List.of(CARRIER + "RM0001"));
        var frozen = stored(company);
        frozen.amend(fewerSites, id -> true, OWNER, NOW);
        assertThat(frozen.details()).isEqualTo(fewerSites);
    }

    @Test
    void doesNotHoardIdentifiers() {
        var many = Company.restore(
                new Aggregate.Stored(CARRIER, 9, Map.of()),
                new Company.Snapshot(
                        haulage(),
                        IntStream.range(0, 199).mapToObj(n -> "CSA:X" + n).toList(),
                        NOW));
        var otherCode = Samples.details(Optional.of(new CarrierCode("88ZZ")), List.of(), List.of());
        assertThat(catchThrowableOfType(Refusal.RuleBroken.class, () -> many.amend(otherCode, id -> false, OWNER, NOW))
                        .rule())
                .isEqualTo("too-many-identifiers");
    }

    private static Company stored(Company company) {
        return Company.restore(new Aggregate.Stored(company.id(), company.version(), Map.of()), company.snapshot());
    }

    @Test
    void refusesAnAccountOfAnotherBusinessNumber() {
        var foreign = Samples.details(Optional.empty(), List.of(), List.of("987654324RM0001"));
        assertThatThrownBy(() -> Company.register(new BusinessNumber(CARRIER), foreign, OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void refusesTwoSitesOfOneId() {
        var twice = List.of(Samples.windsor(), Samples.windsor());
        assertThatThrownBy(() -> Samples.details(Optional.empty(), twice, List.of()))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, Infinity"})
    void refusesCoordinatesOffTheGlobe(double latitude, double longitude) {
        assertThatThrownBy(() -> new Coordinates(latitude, longitude)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456782RM001", "123456782ZZ0001", "12345678RM00012", "123456782RM00011"})
    void refusesAMisshapenAccount(String number) {
        var wrong = Samples.details(Optional.empty(), List.of(), List.of(number));
        assertThatThrownBy(() -> Company.register(new BusinessNumber(CARRIER), wrong, OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void keepsAnAccountFromBeforeTheRuleButTakesNoNewOne() {
        var before = accounts(new ProgrammeAccount(Programme.TIN, "UK123"));
        var old = Company.restore(
                new Aggregate.Stored(CARRIER, 1, Map.of()), new Company.Snapshot(before, List.of("TIN:UK123"), NOW));
        old.amend(before, id -> true, OWNER, NOW);
        assertThat(old.details()).isEqualTo(before);
        var more = accounts(new ProgrammeAccount(Programme.TIN, "UK124"));
        assertThatThrownBy(() -> stored(old).amend(more, id -> false, OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void anAccountWrittenInAnotherWayIsTheSameAccount() {
        var before = accounts(new ProgrammeAccount(Programme.CTPAT, "trial-svi-9"));
        var old = Company.restore(
                new Aggregate.Stored(CARRIER, 1, Map.of()),
                new Company.Snapshot(before, List.of("CTPAT:trial-svi-9"), NOW));
        old.amend(accounts(ProgrammeAccount.typed(Programme.CTPAT, "trial-svi-9")), id -> true, OWNER, NOW);
        assertThat(old.details().programmeAccounts())
                .containsExactly(new ProgrammeAccount(Programme.CTPAT, "TRIAL-SVI-9"));
        assertThat(old.claims()).contains("CTPAT:TRIALSVI9", "CTPAT:trial-svi-9");
    }

    private static CompanyDetails accounts(ProgrammeAccount... accounts) {
        var d = haulage();
        return new CompanyDetails(
                d.legalName(), d.linesOfBusiness(), List.of(accounts), d.carrierCode(), d.sites(), d.contacts());
    }

    @Test
    void aSiteThatNeverClosesIsDeclaredFromMidnightToMidnight() {
        var always = OpeningHours.parse("00:00", "24:00", "America/Toronto");
        assertThat(always).isEqualTo(OpeningHours.parse("00:00", "00:00", "America/Toronto"));
        assertThat(always.closesAt()).isEqualTo("24:00");
        assertThat(OpeningHours.parse("16:00", "24:00", "America/Toronto").closes())
                .isEqualTo(LocalTime.MIDNIGHT);
        assertThat(OpeningHours.parse("22:00", "06:00", "America/Toronto").closesAt())
                .isEqualTo("06:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canada", "ZZ", "UK", ""})
    void refusesACountryThatIsNone(String country) {
        assertThatThrownBy(() -> new Address("1 Main St", "Windsor", "ON", "", country))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 18:00, Toronto",
        "8, 18:00, America/Toronto",
        "08:00, 08:00, America/Toronto",
        "24:00, 08:00, America/Toronto",
        "08:00, 24:01, America/Toronto"
    })
    void refusesHoursOrZonesThatAreNone(String opens, String closes, String zone) {
        assertThatThrownBy(() -> OpeningHours.parse(opens, closes, zone)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void saysNothingAboutAContactWhenPrinted() {
        assertThat(haulage().toString()).doesNotContain("security@example.com").doesNotContain("C. Owner");
    }
}
