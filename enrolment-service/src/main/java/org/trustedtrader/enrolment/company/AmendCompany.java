package org.trustedtrader.enrolment.company;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A company corrects its record; the whole record is replaced. */
public final class AmendCompany {

    private final Companies companies;
    private final IdentifierFreeze freeze;
    private final Clock clock;

    public AmendCompany(Companies companies, IdentifierFreeze freeze, Clock clock) {
        this.companies = companies;
        this.freeze = freeze;
        this.clock = clock;
    }

    /** @param stated the business number in the new record, which must be the company's own */
    public Company with(String id, BusinessNumber stated, CompanyDetails details, Command command) {
        return companies.change(id, command, company -> {
            if (!company.businessNumber().equals(stated)) {
                throw new Refusal.InvalidInput("businessNumber", Message.of("enrolment.company.business-number-fixed"));
            }
            company.amend(details, freeze, command.actor(), clock.instant());
        });
    }
}
