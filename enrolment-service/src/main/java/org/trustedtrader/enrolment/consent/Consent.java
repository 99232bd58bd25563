package org.trustedtrader.enrolment.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One company's consent to be seen by one other: given, withdrawn at any time, given again. The other company does not see
 * it; it finds out once it has consented too.
 */
public final class Consent extends Aggregate {

    /** Whether the partner may see the company's status, if it consented too. */
    public enum State {
        GIVEN,
        WITHDRAWN
    }

    /**
     * Who lets whom see its status. The partner's number is checked for its form alone: whether there is such a company is
     * not for the other one to find out.
     *
     * @param company 9-digit business number of the one that is seen
     * @param partner 9-digit business number of the one that may look
     */
    public record Pair(String company, String partner) {

        /** @throws Refusal.InvalidInput unless the partner's number can be one, and is not the company's own */
        public static Pair of(String company, String partner) {
            if (!IdentifierScheme.BN9.isWritten(partner)) {
                throw new Refusal.InvalidInput("partner", Message.of("enrolment.consent.partner"));
            }
            if (partner.equals(company)) {
                throw new Refusal.InvalidInput("partner", Message.of("enrolment.consent.own-company"));
            }
            return new Pair(company, partner);
        }

        /** The same for the same two, so that there is one consent for each direction. */
        public String id() {
            return company + "-" + partner;
        }
    }

    /**
     * The whole consent, for storage, events and views.
     *
     * @param effectiveAt from when the present state counts, programme time, whole milliseconds
     * @param reasonCode  empty unless withdrawn with a reason
     */
    public record Snapshot(String company, String partner, State state, Instant effectiveAt, String reasonCode) {}

    private final Pair pair;
    private State state;
    private Instant effectiveAt;
    private String reasonCode;

    private Consent(Pair pair, Instant at) {
        super(pair.id());
        this.pair = pair;
        this.state = State.GIVEN;
        this.effectiveAt = at.truncatedTo(ChronoUnit.MILLIS);
        this.reasonCode = "";
    }

    private Consent(Stored stored, Snapshot s) {
        super(stored);
        this.pair = new Pair(s.company(), s.partner());
        this.state = s.state();
        this.effectiveAt = s.effectiveAt();
        this.reasonCode = s.reasonCode();
    }

    public static Consent give(Pair pair, Actor actor, Instant at) {
        var consent = new Consent(pair, at);
        consent.record(Change.birth(State.GIVEN.name(), "given", actor, at));
        return consent;
    }

    public static Consent restore(Stored stored, Snapshot snapshot) {
        return new Consent(stored, snapshot);
    }

    public void giveAgain(Actor actor, Instant at) {
        requireState(State.WITHDRAWN, "give the consent");
        become(State.GIVEN, "given", "", actor, at);
    }

    /** @param reason a reason code, such as {@code CONTRACT_ENDED}; empty if none is given */
    public void withdraw(String reason, Actor actor, Instant at) {
        requireState(State.GIVEN, "withdraw the consent");
        become(State.WITHDRAWN, "withdrawn", reason, actor, at);
    }

    private void requireState(State required, String command) {
        StateGuard.require(command, state, required);
    }

    private void become(State next, String name, String reason, Actor actor, Instant at) {
        record(Change.between(state, next, name, actor, at).because(reason));
        state = next;
        effectiveAt = at.truncatedTo(ChronoUnit.MILLIS);
        reasonCode = reason;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(pair.company()) || isSeenByAll(actor);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(pair.company());
    }

    /** Whether that actor sees every company's consents. */
    public static boolean isSeenByAll(Actor actor) {
        return actor.has(Roles.AUDITOR) || actor.has(Roles.PROGRAMME_MANAGER);
    }

    public boolean isInForce() {
        return state == State.GIVEN;
    }

    public Snapshot snapshot() {
        return new Snapshot(pair.company(), pair.partner(), state, effectiveAt, reasonCode);
    }
}
