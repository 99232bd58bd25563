package org.trustedtrader.benefits.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One company's consent to be seen by one other: given, withdrawn at any time, given again. The other company does not see
 * it; it finds out once it has consented too.
 */
public final class Consent extends Aggregate {

    private static final Set<String> OFFICERS = Set.of("auditor", "programme-manager");

    private final Pair pair;
    private ConsentState state;
    private Instant effectiveAt;
    private String reasonCode;

    private Consent(Pair pair, Instant at) {
        super(pair.id());
        this.pair = pair;
        this.state = ConsentState.GIVEN;
        this.effectiveAt = at.truncatedTo(ChronoUnit.MILLIS);
        this.reasonCode = "";
    }

    public Consent(Stored stored, Pair pair, ConsentState state, Instant effectiveAt, String reasonCode) {
        super(stored);
        this.pair = pair;
        this.state = state;
        this.effectiveAt = effectiveAt;
        this.reasonCode = reasonCode;
    }

    public static Consent give(Pair pair, Actor actor, Instant at) {
        var consent = new Consent(pair, at);
        consent.record(Change.birth(ConsentState.GIVEN.name(), "given", actor, at));
        return consent;
    }

    public void giveAgain(Actor actor, Instant at) {
        mustBe(ConsentState.WITHDRAWN, "give the consent");
        become(ConsentState.GIVEN, "given", "", actor, at);
    }

    /** @param why a reason code, such as {@code CONTRACT_ENDED}; empty if none is given */
    public void withdraw(String why, Actor actor, Instant at) {
        mustBe(ConsentState.GIVEN, "withdraw the consent");
        become(ConsentState.WITHDRAWN, "withdrawn", why, actor, at);
    }

    private void mustBe(ConsentState needed, String command) {
        if (state != needed) {
            throw new Refusal.WrongState(command, state.name(), needed.name());
        }
    }

    private void become(ConsentState next, String name, String why, Actor actor, Instant at) {
        record(Change.between(state, next, name, actor, at).because(why));
        state = next;
        effectiveAt = at.truncatedTo(ChronoUnit.MILLIS);
        reasonCode = why;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(pair.company()) || isSeenByAll(actor);
    }

    /** Whether that actor sees every company's consents. */
    public static boolean isSeenByAll(Actor actor) {
        return OFFICERS.stream().anyMatch(actor::has);
    }

    public Pair pair() {
        return pair;
    }

    public ConsentState state() {
        return state;
    }

    /** From when the present state counts, programme time, whole milliseconds. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** Empty unless withdrawn with a reason. */
    public String reasonCode() {
        return reasonCode;
    }

    /** What memory keeps of it. */
    public ConsentFact fact() {
        return new ConsentFact(pair, version(), state == ConsentState.GIVEN, effectiveAt);
    }
}
