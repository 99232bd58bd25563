package org.trustedtrader.enrolment.drivercard;

import static org.trustedtrader.enrolment.drivercard.DriverCardBatch.State.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Drivers' cards that are registered together: one officer proposes them, another one registers all or refuses all. The cards
 * themselves follow from the decision, as often as that is tried.
 */
public final class DriverCardBatch extends StatefulAggregate<DriverCardBatch.State> {

    public enum State {
        PROPOSED,
        /** Decided; the cards are registered now or in a moment. */
        REGISTERED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * A card to register.
     *
     * @param holder business number of the company to which it belongs; null for a driver of no single company
     */
    public record Card(DriverCard.Terms terms, @Nullable String holder) {

        /** Whether that card is registered as this one is meant to be. */
        boolean isLike(DriverCard.Snapshot card) {
            return card.number().equals(terms.number())
                    && card.programme() == terms.programme()
                    && card.validFrom().equals(terms.validFrom())
                    && card.validUntil().equals(terms.validUntil())
                    && Objects.equals(card.holder(), holder);
        }
    }

    private final List<Card> cards;
    private final String reason;
    private final String proposedBy;
    private final Instant proposedAt;
    private @Nullable Decision decision;
    private @Nullable Result result;

    /**
     * @param by     actor id
     * @param reason for officers
     */
    public record Decision(String by, Instant at, String reason) {}

    /**
     * What became of a registered batch.
     *
     * @param conflicts numbers that somebody else registered first, as another card; those cards stay as they are
     */
    public record Result(Instant at, List<String> conflicts) {

        public Result {
            conflicts = List.copyOf(conflicts);
        }
    }

    private DriverCardBatch(Stored stored, Snapshot s) {
        super(stored, s.state());
        cards = s.cards();
        reason = s.reason();
        proposedBy = s.proposedBy();
        proposedAt = s.proposedAt();
        decision = s.decision();
        result = s.result();
    }

    /** @param cards validated, at least one */
    public static DriverCardBatch propose(String id, List<Card> cards, String reason, Actor officer, Instant at) {
        var snapshot = new Snapshot(PROPOSED, cards, reason, officer.id(), at, null, null);
        var batch = new DriverCardBatch(new Stored(id, 0, Map.of()), snapshot);
        batch.record(Change.birth(PROPOSED.name(), "proposed", officer, at).because(reason));
        return batch;
    }

    public static DriverCardBatch restore(Stored stored, Snapshot snapshot) {
        return new DriverCardBatch(stored, snapshot);
    }

    /** @throws Refusal.RuleBroken {@code decided-by-someone-else} for the officer who proposed it */
    public void register(String why, Actor officer, Instant at) {
        require("register the cards", PROPOSED);
        duties().requireMayDecide(officer);
        decision = new Decision(officer.id(), at, why);
        record(to(REGISTERED, "registered", officer, at).because(why));
    }

    /** @throws Refusal.RuleBroken {@code decided-by-someone-else} for the officer who proposed it, who may withdraw it */
    public void refuse(String why, Actor officer, Instant at) {
        require("refuse the cards", PROPOSED);
        duties().requireMayDecide(officer);
        decision = new Decision(officer.id(), at, why);
        record(to(REFUSED, "refused", officer, at).because(why));
    }

    /** @throws Refusal.NotAllowed for an officer who did not propose it */
    public void withdraw(String why, Actor officer, Instant at) {
        require("withdraw the cards", PROPOSED);
        if (!officer.id().equals(proposedBy)) {
            throw new Refusal.NotAllowed(Message.of("enrolment.driver-card.withdrawn-by-proposer"));
        }
        record(to(WITHDRAWN, "withdrawn", officer, at).because(why));
    }

    /** All cards are registered, but those in conflict. Does nothing if that was said before. */
    public void cardsRegistered(List<String> conflicts, Actor platform, Instant at) {
        require("note the registered cards", REGISTERED);
        if (result == null) {
            result = new Result(at, conflicts);
            record(within("cards-registered", platform, at)
                    .because(conflicts.isEmpty() ? "" : "registered before: " + String.join(", ", conflicts)));
        }
    }

    /** Whether the decision still has to take effect. */
    public boolean isToBeCarriedOut() {
        return state() == REGISTERED && result == null;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.isOfficer(actor);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    public Snapshot snapshot() {
        return new Snapshot(state(), cards, reason, proposedBy, proposedAt, decision, result);
    }

    private SeparationOfDuties duties() {
        return SeparationOfDuties.of(Share.proposal(proposedBy, "PROPOSAL", "part.proposed"));
    }

    /**
     * The whole state of a batch; times in UTC.
     *
     * @param reason     of the proposal, for officers
     * @param proposedBy actor id
     * @param decision   null until it is registered or refused
     * @param result     null until the cards of a registered batch are registered
     */
    public record Snapshot(
            State state,
            List<Card> cards,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable Decision decision,
            @Nullable Result result) {

        public Snapshot {
            cards = List.copyOf(cards);
        }
    }
}
