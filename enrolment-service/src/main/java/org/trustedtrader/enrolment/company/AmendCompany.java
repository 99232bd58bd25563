package org.trustedtrader.enrolment.company;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** A company corrects its record; the whole record is replaced. */
public final class AmendCompany {

    private final Companies companies;
    private final Clock clock;

    public AmendCompany(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    public Company with(String businessNumber, CompanyDetails details, Command command) {
        return companies.change(
                businessNumber, command, company -> company.amend(details, command.actor(), clock.instant()));
    }
}
