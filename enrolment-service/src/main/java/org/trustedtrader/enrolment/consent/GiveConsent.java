package org.trustedtrader.enrolment.consent;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** Gives a consent for the first time, or again. */
public final class GiveConsent {

    private final Consents consents;
    private final Clock clock;

    public GiveConsent(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    public Consent give(Consent.Pair pair, Command command) {
        var actor = command.actor();
        return consents.find(pair.id()).isPresent()
                ? consents.change(pair.id(), command, consent -> consent.giveAgain(actor, clock.instant()))
                : consents.create(Consent.give(pair, actor, clock.instant()), command);
    }
}
