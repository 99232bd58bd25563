package org.trustedtrader.enrolment.application;

import java.util.Set;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.ProgrammeAccount;

/** What an application needs to know of the company's record. */
public record CompanyFacts(
        Set<LineOfBusiness> linesOfBusiness, boolean site, boolean contact, boolean carrierCode, boolean tradeAccount) {

    public static CompanyFacts of(Company company) {
        var details = company.details();
        return new CompanyFacts(
                details.linesOfBusiness(),
                !details.sites().isEmpty(),
                !details.contacts().isEmpty(),
                details.carrierCode().isPresent(),
                details.programmeAccounts().stream().anyMatch(ProgrammeAccount::isTradeAccount));
    }
}
