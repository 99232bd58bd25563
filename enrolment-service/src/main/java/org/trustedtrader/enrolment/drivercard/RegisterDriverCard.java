package org.trustedtrader.enrolment.drivercard;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** An officer registers a card. The company to which it belongs has to be registered. */
public final class RegisterDriverCard {

    private final DriverCards cards;
    private final Companies companies;
    private final Clock clock;

    public RegisterDriverCard(DriverCards cards, Companies companies, Clock clock) {
        this.cards = cards;
        this.companies = companies;
        this.clock = clock;
    }

    /** @param holder business number as it was typed; null for a driver of no single company */
    public DriverCard register(DriverCard.Terms terms, @Nullable String holder, Command command) {
        var company = holder == null ? null : registered(IdentifierScheme.BN9.parse("holder", holder));
        return cards.create(DriverCard.register(terms, company, command.actor(), clock.instant()), command);
    }

    private String registered(String businessNumber) {
        if (companies.find(businessNumber).isEmpty()) {
            throw new Refusal.InvalidInput("holder", Message.of("enrolment.driver-card.holder"));
        }
        return businessNumber;
    }
}
