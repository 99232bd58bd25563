package org.trustedtrader.benefits.driver;

import java.time.Instant;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/** A registered driver's card: registered once, perhaps revoked, never changed otherwise. */
public final class DriverCard extends Aggregate {

    private static final Set<String> OFFICERS = Set.of(
            "programme-manager",
            "intake-officer",
            "assessor",
            "validator",
            "approver",
            "intelligence-officer",
            "auditor");

    private final CardTerms terms;
    private CardState state;
    private Instant effectiveAt;
    private String reasonCode;

    private DriverCard(CardTerms terms, Instant at) {
        super(terms.number());
        this.terms = terms;
        this.state = CardState.REGISTERED;
        this.effectiveAt = at;
        this.reasonCode = "";
    }

    public DriverCard(Stored stored, CardTerms terms, CardState state, Instant effectiveAt, String reasonCode) {
        super(stored);
        this.terms = terms;
        this.state = state;
        this.effectiveAt = effectiveAt;
        this.reasonCode = reasonCode;
    }

    public static DriverCard register(CardTerms terms, Actor actor, Instant at) {
        var card = new DriverCard(terms, at);
        card.record(Change.birth(CardState.REGISTERED.name(), "registered", actor, at));
        return card;
    }

    /** @param why a reason code, such as {@code LOST} or {@code CONVICTION} */
    public void revoke(String why, Actor actor, Instant at) {
        if (state != CardState.REGISTERED) {
            throw new Refusal.WrongState("revoke the card", state.name(), CardState.REGISTERED.name());
        }
        record(Change.between(state, CardState.REVOKED, "revoked", actor, at).because(why));
        state = CardState.REVOKED;
        effectiveAt = at;
        reasonCode = why;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return OFFICERS.stream().anyMatch(actor::has);
    }

    public CardTerms terms() {
        return terms;
    }

    public CardState state() {
        return state;
    }

    /** From when the present state counts, programme time. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** Empty unless revoked. */
    public String reasonCode() {
        return reasonCode;
    }
}
