package org.trustedtrader.enrolment.company.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.Contact;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.enrolment.company.Programme;
import org.trustedtrader.enrolment.company.ProgrammeAccount;
import org.trustedtrader.platform.identifier.CarrierCode;

/**
 * A company's record as it is sent and as it is answered.
 *
 * @param officialLanguage {@code en} or {@code fr}: the language of the programme's letters; absent leaves it as it is, at first
 *                         English
 */
record CompanyBody(
        @NotNull @Size(max = 32) String businessNumber,

        @NotBlank @Size(max = 200) String legalName,

        @NotEmpty Set<@NotNull LineOfBusiness> linesOfBusiness,

        @Valid List<@NotNull AccountBody> programmeAccounts,

        @Nullable @Size(max = 32) String carrierCode,

        @Valid List<@NotNull SiteBody> sites,
        @Valid List<@NotNull ContactBody> contacts,

        @Schema(allowableValues = {"en", "fr"}) @Nullable @Size(max = 2)
        String officialLanguage) {

    CompanyBody {
        programmeAccounts = programmeAccounts == null ? List.of() : programmeAccounts;
        sites = sites == null ? List.of() : sites;
        contacts = contacts == null ? List.of() : contacts;
    }

    record AccountBody(
            @NotNull Programme programme,

            @NotBlank @Size(max = 64) String number) {}

    record ContactBody(
            @NotBlank String name,
            @Nullable String position,

            @NotNull @Email String email,

            @Nullable String phone) {}

    CompanyDetails toDetails() {
        return new CompanyDetails(
                legalName.strip(),
                linesOfBusiness,
                programmeAccounts.stream()
                        .map(a -> ProgrammeAccount.typed(a.programme(), a.number()))
                        .toList(),
                Optional.ofNullable(carrierCode).map(code -> CarrierCode.parse("carrierCode", code)),
                each(sites, (i, site) -> site.toSite("sites[" + i + "]")),
                each(
                        contacts,
                        (i, c) -> Contact.parse(
                                "contacts[" + i + "]", c.name(), orEmpty(c.position()), c.email(), orEmpty(c.phone()))),
                Optional.ofNullable(officialLanguage)
                        .map(language -> OfficialLanguage.parse("officialLanguage", language)));
    }

    private static <B, D> List<D> each(List<B> bodies, BiFunction<Integer, B, D> read) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> read.apply(i, bodies.get(i)))
                .toList();
    }

    static CompanyBody of(Company company) {
        var details = company.details();
        return new CompanyBody(
                company.id(),
                details.legalName(),
                details.linesOfBusiness(),
                details.programmeAccounts().stream()
                        .map(a -> new AccountBody(a.programme(), a.number()))
                        .toList(),
                details.carrierCode().map(CarrierCode::code).orElse(null),
                details.sites().stream().map(SiteBody::of).toList(),
                details.contacts().stream()
                        .map(c -> new ContactBody(c.name(), c.position(), c.email(), c.phone()))
                        .toList(),
                details.language().code());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
