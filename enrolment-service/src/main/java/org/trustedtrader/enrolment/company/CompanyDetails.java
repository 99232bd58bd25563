package org.trustedtrader.enrolment.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What a company says about itself; amended as a whole.
 *
 * @param officialLanguage in which the programme writes to it; empty if the company did not say, and in records of the version before
 */
public record CompanyDetails(
        String legalName,
        Set<LineOfBusiness> linesOfBusiness,
        List<ProgrammeAccount> programmeAccounts,
        Optional<CarrierCode> carrierCode,
        List<Site> sites,
        List<Contact> contacts,
        Optional<OfficialLanguage> officialLanguage) {

    private static final int MOST_SITES = 200;
    private static final int MOST_CONTACTS = 50;
    private static final int MOST_ACCOUNTS = 50;

    public CompanyDetails {
        Text.required("legalName", legalName, 200);
        if (linesOfBusiness.isEmpty()) {
            throw new Refusal.InvalidInput("linesOfBusiness", Message.of("enrolment.company.lines-of-business"));
        }
        atMost("programmeAccounts", programmeAccounts, MOST_ACCOUNTS);
        atMost("sites", sites, MOST_SITES);
        atMost("contacts", contacts, MOST_CONTACTS);
        allDifferent("programmeAccounts", programmeAccounts, Message.of("enrolment.company.account-twice"));
        allDifferent("sites", sites.stream().map(Site::id).toList(), Message.of("enrolment.company.site-twice"));
        linesOfBusiness = Collections.unmodifiableSet(EnumSet.copyOf(linesOfBusiness));
        programmeAccounts = List.copyOf(programmeAccounts);
        sites = List.copyOf(sites);
        contacts = List.copyOf(contacts);
    }

    /** Without a word about its language. */
    public CompanyDetails(
            String legalName,
            Set<LineOfBusiness> linesOfBusiness,
            List<ProgrammeAccount> programmeAccounts,
            Optional<CarrierCode> carrierCode,
            List<Site> sites,
            List<Contact> contacts) {
        this(legalName, linesOfBusiness, programmeAccounts, carrierCode, sites, contacts, Optional.empty());
    }

    /** The language that the company chose, else English. */
    public OfficialLanguage language() {
        return officialLanguage.orElse(OfficialLanguage.EN);
    }

    /** An amendment that does not speak of the language leaves it as it was. */
    CompanyDetails keepingLanguageOf(CompanyDetails before) {
        return officialLanguage.isPresent()
                ? this
                : new CompanyDetails(
                        legalName,
                        linesOfBusiness,
                        programmeAccounts,
                        carrierCode,
                        sites,
                        contacts,
                        before.officialLanguage);
    }

    CompanyDetails withIdentifiers(Optional<CarrierCode> carrier, List<ProgrammeAccount> accounts) {
        return new CompanyDetails(legalName, linesOfBusiness, accounts, carrier, sites, contacts, officialLanguage);
    }

    /** With that identifier. @param replaces the number of the account in whose place it comes; null to add one */
    CompanyDetails with(Identifier identifier, @Nullable String replaces) {
        if (identifier.scheme() == IdentifierScheme.CARRIER_CODE) {
            return withIdentifiers(Optional.of(new CarrierCode(identifier.number())), programmeAccounts);
        }
        var accounts = new ArrayList<>(programmeAccounts);
        if (replaces != null) {
            var old = new Identifier(identifier.scheme(), replaces);
            accounts.removeIf(account -> Identifier.of(account).sameAs(old));
        }
        accounts.add(new ProgrammeAccount(Programme.valueOf(identifier.scheme().name()), identifier.number()));
        return withIdentifiers(carrierCode, accounts);
    }

    /** Whether the other one has the same carrier code and the same accounts, in whatever order. */
    boolean identifiesLike(CompanyDetails other) {
        return carrierCode.equals(other.carrierCode)
                && Set.copyOf(claims(programmeAccounts)).equals(Set.copyOf(claims(other.programmeAccounts)));
    }

    /**
     * Refuses a number that stands here in two written forms. An older record may hold such a pair, so it is no condition of
     * reading one.
     */
    void requireDifferentClaims() {
        allDifferent("programmeAccounts", claims(programmeAccounts), Message.of("enrolment.company.account-twice"));
    }

    private static List<String> claims(List<ProgrammeAccount> accounts) {
        return accounts.stream().map(ProgrammeAccount::claim).toList();
    }

    private static void atMost(String field, List<?> values, int most) {
        if (values.size() > most) {
            throw new Refusal.InvalidInput(field, Message.of("enrolment.company.too-many", most));
        }
    }

    private static void allDifferent(String field, List<?> values, Message message) {
        if (new HashSet<Object>(values).size() < values.size()) {
            throw new Refusal.InvalidInput(field, message);
        }
    }
}
