package org.trustedtrader.enrolment.company;

import java.time.Clock;
import java.util.function.Supplier;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.security.AccountStatus;

/** An intake officer decides on an identifier that a company claims. A confirmation grants, so the account must be live. */
public final class DecideIdentifier {

    private final Companies companies;
    private final AccountStatus accounts;
    private final Supplier<ConfirmationPeriod> period;
    private final Clock clock;

    public DecideIdentifier(
            Companies companies, AccountStatus accounts, Supplier<ConfirmationPeriod> period, Clock clock) {
        this.companies = companies;
        this.accounts = accounts;
        this.period = period;
        this.clock = clock;
    }

    public Company confirm(String company, Identifier identifier, IdentifierClaim.Finding finding, Command command) {
        accounts.beforeGranting(command.actor());
        return companies.change(company, command, c -> {
            var now = clock.instant();
            var until = period.get().until(BusinessCalendar.shipped().dayOf(now));
            c.confirm(identifier, finding, until, command.actor(), now);
        });
    }

    public Company refuse(String company, Identifier identifier, IdentifierClaim.Finding finding, Command command) {
        return companies.change(company, command, c -> c.refuse(identifier, finding, command.actor(), clock.instant()));
    }

    public Company revoke(String company, Identifier identifier, IdentifierClaim.Finding finding, Command command) {
        accounts.beforeRemoving(command.actor());
        return companies.change(company, command, c -> c.revoke(identifier, finding, command.actor(), clock.instant()));
    }
}
