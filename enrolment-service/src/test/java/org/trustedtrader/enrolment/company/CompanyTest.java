package org.trustedtrader.enrolment.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.company.Samples.CARRIER;
import static org.trustedtrader.enrolment.company.Samples.haulage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.identifier.IdentifierScheme;
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
        assertThat(states(company)).containsExactly("carrier-code 77YY CLAIMED", "bn15 123456782RM0001 CLAIMED");
        assertThat(company.newClaims()).containsExactly("CARRIER:77YY", "BN15:123456782RM0001");
    }

    @Test
    void aClaimBelongsToNobodyAndIsAnnouncedToNobodyUntilItIsConfirmed() {
        assertThat(company.claims()).containsExactly("BN9:123456782");
        assertThat(company.confirmedDetails().carrierCode()).isEmpty();
        assertThat(company.confirmedDetails().programmeAccounts()).isEmpty();
        var confirmed = confirmed(company, CODE);
        assertThat(confirmed.claims()).containsExactly("BN9:123456782", "CARRIER:77YY");
        assertThat(confirmed.confirmedDetails().carrierCode()).contains(new CarrierCode("77YY"));
        assertThat(confirmed.confirmedDetails().programmeAccounts()).isEmpty();
        var claim = confirmed.identifier(CODE);
        assertThat(claim.source()).isEqualTo("Register of carrier codes");
        assertThat(claim.decidedBy()).isEqualTo("user:olivia");
        assertThat(claim.decidedAt()).isEqualTo(NOW);
        assertThat(claim.confirmedUntil()).isEqualTo(UNTIL);
    }

    @Test
    void nobodyDecidesOnIdentifiersOfACompanyOfTheirOwn() {
        var olivia = new Actor("user:olivia", Set.of("intake-officer"), Optional.of(CARRIER));
        var stored = stored(company);
        assertThat(catchThrowableOfType(Refusal.RuleBroken.class, () -> stored.confirm(CODE, FOUND, UNTIL, olivia, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void everyDecisionOnAnIdentifierIsPossibleInItsStatesOnly() {
        var claimed = stored(company);
        var confirmed = confirmed(company, CODE);
        var refused = after(company, c -> c.refuse(CODE, AGAINST, INTAKE, NOW));
        var revoked = after(confirmed, c -> c.revoke(CODE, AGAINST, INTAKE, NOW));
        var expired = after(confirmed, c -> c.expireIdentifiers(UNTIL.plusDays(1), INTAKE, NOW));
        var lapsed = after(company, c -> c.lapseClaims(INTAKE, NOW));
        assertThat(states(refused)).contains("carrier-code 77YY REFUSED");
        assertThat(states(revoked)).contains("carrier-code 77YY REVOKED");
        assertThat(states(expired)).contains("carrier-code 77YY EXPIRED");
        assertThat(states(lapsed)).contains("carrier-code 77YY LAPSED", "bn15 123456782RM0001 LAPSED");
        Consumer<Company> confirm = c -> c.confirm(CODE, FOUND, UNTIL, INTAKE, NOW);
        Consumer<Company> refuse = c -> c.refuse(CODE, AGAINST, INTAKE, NOW);
        Consumer<Company> revoke = c -> c.revoke(CODE, AGAINST, INTAKE, NOW);
        possible(confirm, List.of(claimed, confirmed, expired, lapsed), List.of(refused, revoked));
        possible(refuse, List.of(claimed, lapsed), List.of(confirmed, expired, refused, revoked));
        possible(revoke, List.of(confirmed, expired), List.of(claimed, lapsed, refused, revoked));
    }

    @Test
    void onlyAConfirmedIdentifierIsAnnounced() {
        var confirmed = confirmed(company, CODE);
        for (var ended : List.<Consumer<Company>>of(
                c -> c.revoke(CODE, AGAINST, INTAKE, NOW), c -> c.expireIdentifiers(UNTIL.plusDays(1), INTAKE, NOW))) {
            assertThat(after(confirmed, ended).confirmedDetails().carrierCode()).isEmpty();
        }
        assertThat(after(confirmed, c -> c.revoke(CODE, AGAINST, INTAKE, NOW)).claims())
                .doesNotContain("CARRIER:77YY");
    }

    @Test
    void aConfirmationEndsOnItsDayAndNoEarlier() {
        var confirmed = stored(confirmed(company, CODE));
        confirmed.expireIdentifiers(UNTIL, INTAKE, NOW);
        assertThat(confirmed.change()).isEmpty();
        confirmed.expireIdentifiers(UNTIL.plusDays(1), INTAKE, NOW);
        assertThat(confirmed.identifier(CODE).state()).isEqualTo(IdentifierClaim.State.EXPIRED);
    }

    @Test
    void aMemberChangesItsCarrierCodeAtOneMoment() {
        var member = confirmed(company, CODE);
        var other = new Identifier(IdentifierScheme.CARRIER_CODE, "88ZZ");
        var asking = after(member, c -> c.claim(other, null, OWNER, NOW));
        assertThat(asking.confirmedDetails().carrierCode()).contains(new CarrierCode("77YY"));
        assertThat(asking.details().carrierCode()).contains(new CarrierCode("77YY"));
        var changed = confirmed(asking, other);
        assertThat(changed.version()).isEqualTo(asking.version() + 1);
        assertThat(changed.confirmedDetails().carrierCode()).contains(new CarrierCode("88ZZ"));
        assertThat(states(changed)).contains("carrier-code 77YY CLOSED", "carrier-code 88ZZ CONFIRMED");
        assertThat(changed.claims()).contains("CARRIER:77YY", "CARRIER:88ZZ");
        var refused = after(asking, c -> c.refuse(other, AGAINST, INTAKE, NOW));
        assertThat(refused.confirmedDetails().carrierCode()).contains(new CarrierCode("77YY"));
    }

    @Test
    void aMemberAddsAnAccountOrReplacesOne() {
        var first = account("RM0001");
        var second = account("RM0002");
        var member = confirmed(company, first);
        var added = confirmed(after(member, c -> c.claim(second, null, OWNER, NOW)), second);
        assertThat(numbers(added.confirmedDetails())).containsExactly(first.number(), second.number());
        var replaced = confirmed(after(member, c -> c.claim(second, first.number(), OWNER, NOW)), second);
        assertThat(numbers(replaced.confirmedDetails())).containsExactly(second.number());
        assertThat(states(replaced)).contains("bn15 123456782RM0001 CLOSED");
        var stored = stored(member);
        assertThatThrownBy(() -> stored.claim(second, "123456782RM0009", OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> stored.claim(account("RM0000"), null, OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> stored.claim(second, null, STRANGER, NOW)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(catchThrowableOfType(Refusal.RuleBroken.class, () -> stored.claim(first, null, OWNER, NOW))
                        .rule())
                .isEqualTo("identifier-held");
    }

    @Test
    void claimsLapseWithTheApplicationAndAreRenewedWithTheNext() {
        var lapsed = after(company, c -> c.lapseClaims(INTAKE, NOW));
        assertThat(states(after(lapsed, c -> c.renewClaims(INTAKE, NOW)))).containsExactlyElementsOf(states(company));
        var confirmed = confirmed(company, CODE);
        assertThat(states(after(confirmed, c -> c.lapseClaims(INTAKE, NOW))))
                .contains("carrier-code 77YY CONFIRMED", "bn15 123456782RM0001 LAPSED");
    }

    @Test
    void identifiersOfMembersFromBeforeCountAsConfirmedUntilADay() {
        var claims = List.of("BN9:123456782", "CARRIER:77YY", "BN15:123456782RM0001", "CARRIER:66XX");
        var before = Samples.unmigrated(haulage(), claims);
        assertThat(before.confirmedDetails()).isEqualTo(haulage());
        var member = after(before, c -> c.migrate(true, UNTIL, INTAKE, NOW));
        assertThat(member.confirmedDetails()).isEqualTo(haulage());
        assertThat(member.identifier(CODE).source()).isEqualTo("migrated, to be reconfirmed");
        assertThat(member.identifier(CODE).confirmedUntil()).isEqualTo(UNTIL);
        assertThat(member.claims()).containsExactlyInAnyOrderElementsOf(claims);
        var applicant = after(before, c -> c.migrate(false, UNTIL, INTAKE, NOW));
        assertThat(applicant.confirmedDetails().carrierCode()).isEmpty();
        assertThat(applicant.claims()).containsExactly("BN9:123456782");
        member.changeStored();
        member.migrate(false, UNTIL, INTAKE, NOW);
        assertThat(member.change()).isEmpty();
    }

    private static final Actor INTAKE = new Actor("user:olivia", Set.of("intake-officer"), Optional.empty());
    private static final Identifier CODE = new Identifier(IdentifierScheme.CARRIER_CODE, "77YY");
    private static final LocalDate UNTIL = LocalDate.of(2027, 11, 23);
    private static final IdentifierClaim.Finding FOUND = new IdentifierClaim.Finding("Register of carrier codes", "");
    private static final IdentifierClaim.Finding AGAINST =
            new IdentifierClaim.Finding("Register of carrier codes", "It is another company's.");

    private static Company confirmed(Company company, Identifier identifier) {
        return after(company, c -> c.confirm(identifier, FOUND, UNTIL, INTAKE, NOW));
    }

    private static Company after(Company company, Consumer<Company> verb) {
        var changed = stored(company);
        verb.accept(changed);
        return changed;
    }

    private static void possible(Consumer<Company> verb, List<Company> in, List<Company> notIn) {
        in.forEach(company -> assertThat(after(company, verb).change()).isPresent());
        notIn.forEach(company -> assertThatThrownBy(() -> after(company, verb)).isInstanceOf(Refusal.WrongState.class));
    }

    private static List<String> states(Company company) {
        return company.identifiers().stream()
                .map(claim -> claim.identifier() + " " + claim.state())
                .toList();
    }

    private static List<String> numbers(CompanyDetails details) {
        return details.programmeAccounts().stream()
                .map(ProgrammeAccount::number)
                .toList();
    }

    private static Identifier account(String suffix) {
        return new Identifier(IdentifierScheme.BN15, CARRIER + suffix);
    }

    @Test
    void keepsTheClaimToACodeThatItGaveUp() {
        var without = Samples.details(Optional.empty(), List.of(), List.of());
        var stored = stored(confirmed(company, CODE));
        stored.amend(without, id -> false, OWNER, NOW);
        assertThat(stored.details().carrierCode()).isEmpty();
        assertThat(stored.claims()).containsExactly("BN9:123456782", "CARRIER:77YY");
        assertThat(stored(stored).claims()).containsExactly("BN9:123456782", "CARRIER:77YY");
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
        var otherSite = new Site(
                "yard-2",
                "Second yard",
                Set.of(SiteFunction.YARD),
                Samples.windsor().address(),
                Samples.windsor().coordinates(),
                Samples.windsor().hours(),
                3);
        var moved = Samples.details(haulage().carrierCode(), List.of(otherSite), List.of(CARRIER + "RM0001"));
        var frozen = stored(company);
        frozen.amend(moved, id -> true, OWNER, NOW);
        assertThat(frozen.details()).isEqualTo(moved);
    }

    @Test
    void keepsItsLastSiteWhileOfficersRelyOnIt() {
        var none = Samples.details(haulage().carrierCode(), List.of(), List.of(CARRIER + "RM0001"));
        var frozen = stored(company);
        assertThat(catchThrowableOfType(Refusal.RuleBroken.class, () -> frozen.amend(none, id -> true, OWNER, NOW))
                        .rule())
                .isEqualTo("last-site");
        var free = stored(company);
        free.amend(none, id -> false, OWNER, NOW);
        assertThat(free.details().sites()).isEmpty();
    }

    @Test
    void anAmendmentThatSaysWhatIsThereChangesNothing() {
        var same = stored(company);
        same.amend(haulage(), id -> true, OWNER, NOW);
        assertThat(same.change()).isEmpty();
    }

    @Test
    void anAmendmentRecordsOldAndNewValuesAndNoContact() {
        var site = Samples.windsor();
        var smaller = new Site(
                site.id(),
                site.name(),
                site.functions(),
                new Address("2 Huron Church Rd", "Windsor", "ON", "N9C 2L1", "CA"),
                site.coordinates(),
                site.hours(),
                12);
        var before = haulage();
        var after = new CompanyDetails(
                "Maple Leaf Logistics Ltd.",
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                before.programmeAccounts(),
                before.carrierCode(),
                List.of(smaller),
                List.of(new Contact("N. Ewe", "", "new@example.com", "")));
        var amended = stored(company);
        amended.amend(after, id -> true, OWNER, NOW);
        assertThat(amended.change().orElseThrow().fields())
                .containsExactly(
                        new FieldChange("legalName", "Maple Leaf Haulage Ltd.", "Maple Leaf Logistics Ltd."),
                        new FieldChange("linesOfBusiness", "IMPORTER, HIGHWAY_CARRIER", "HIGHWAY_CARRIER"),
                        new FieldChange("contacts", "", ""),
                        new FieldChange(
                                "sites[windsor].address", "1 Huron Church Rd, N9C 2L1", "2 Huron Church Rd, N9C 2L1"),
                        new FieldChange("sites[windsor].headcount", "40", "12"));
    }

    @Test
    void aSiteThatMovesAwayIsNoMereChangeOfItsAddress() {
        var site = Samples.windsor();
        var moved = new Site(
                site.id(),
                site.name(),
                site.functions(),
                new Address("1 Main St", "Sarnia", "ON", "N7T 1A1", "CA"),
                site.coordinates(),
                site.hours(),
                site.headcount());
        var amended = stored(company);
        amended.amend(
                Samples.details(haulage().carrierCode(), List.of(moved), List.of(CARRIER + "RM0001")),
                id -> true,
                OWNER,
                NOW);
        assertThat(amended.change().orElseThrow().fields().getFirst())
                .isEqualTo(new FieldChange("sites[windsor].place", "Windsor, ON, CA", "Sarnia, ON, CA"));
    }

    @Test
    void doesNotHoardIdentifiers() {
        var many = Company.restore(
                new Aggregate.Stored(CARRIER, 9, Map.of()),
                new Company.Snapshot(
                        haulage(),
                        List.of("BN9:" + CARRIER),
                        IntStream.range(0, 200)
                                .mapToObj(n -> IdentifierClaim.migrated(
                                        new Identifier(IdentifierScheme.CSA, "CSA" + n), NOW, null))
                                .toList(),
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
        var old = Samples.unmigrated(before, List.of("TIN:UK123"));
        old.amend(before, id -> true, OWNER, NOW);
        assertThat(old.details()).isEqualTo(before);
        var more = accounts(new ProgrammeAccount(Programme.TIN, "UK124"));
        assertThatThrownBy(() -> stored(old).amend(more, id -> false, OWNER, NOW))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void anAccountWrittenInAnotherWayIsTheSameAccount() {
        var before = accounts(new ProgrammeAccount(Programme.CTPAT, "trial-svi-9"));
        var old = Samples.unmigrated(before, List.of("CTPAT:trial-svi-9"));
        old.amend(accounts(ProgrammeAccount.typed(Programme.CTPAT, "trial-svi-9")), id -> true, OWNER, NOW);
        assertThat(old.details().programmeAccounts())
                .containsExactly(new ProgrammeAccount(Programme.CTPAT, "TRIAL-SVI-9"));
        assertThat(old.claims()).contains("CTPAT:TRIALSVI9");
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
