package org.trustedtrader.benefits.consent;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** Gives and withdraws consents in the name of the caller's company. What is stored counts here at once; other replicas hear of it. */
public final class KeepConsents {

    private final Consents consents;
    private final ConsentMemory memory;
    private final Clock clock;

    public KeepConsents(Consents consents, ConsentMemory memory, Clock clock) {
        this.consents = consents;
        this.memory = memory;
        this.clock = clock;
    }

    /** @param partner 9-digit business number, of a company that there is or not */
    public Consent give(String partner, Command command) {
        var actor = command.actor();
        var pair = new Pair(companyOf(actor), partner);
        var given = consents.find(pair.id()).isPresent()
                ? consents.change(pair.id(), command, consent -> consent.giveAgain(actor, clock.instant()))
                : consents.create(Consent.give(pair, actor, clock.instant()), command);
        memory.takeIn(given.fact());
        return given;
    }

    /** @param why a reason code, or empty */
    public Consent withdraw(String id, String why, Command command) {
        var withdrawn = consents.change(id, command, consent -> {
            consent.withdraw(why, command.actor(), clock.instant());
            memory.takeIn(consent.fact());
        });
        memory.takeIn(withdrawn.fact());
        return withdrawn;
    }

    /** The company that the actor's token vouches for. */
    public static String companyOf(Actor actor) {
        return actor.company().orElseThrow(() -> new Refusal.NotAllowed("Your account does not belong to a company."));
    }
}
