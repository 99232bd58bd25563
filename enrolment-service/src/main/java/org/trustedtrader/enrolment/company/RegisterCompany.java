package org.trustedtrader.enrolment.company;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.BusinessNumber;

/** A company enters itself into the programme's register. */
public final class RegisterCompany {

    private final Companies companies;
    private final Clock clock;

    public RegisterCompany(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    public Company with(BusinessNumber number, CompanyDetails details, Command command) {
        return companies.create(Company.register(number, details, command.actor(), clock.instant()), command);
    }
}
