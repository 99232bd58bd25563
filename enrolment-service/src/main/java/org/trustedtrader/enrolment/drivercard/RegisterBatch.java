package org.trustedtrader.enrolment.drivercard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch.Card;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Two officers register a batch of driver cards; nothing is registered while a row is wrong. */
public final class RegisterBatch {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final DriverCardBatches batches;
    private final DriverCards cards;
    private final Companies companies;
    private final FollowFaults.Alarm alarm;
    private final int mostRows;
    private final Clock clock;

    public RegisterBatch(
            DriverCardBatches batches,
            DriverCards cards,
            Companies companies,
            FollowFaults.Alarm alarm,
            int mostRows,
            Clock clock) {
        this.batches = batches;
        this.cards = cards;
        this.companies = companies;
        this.alarm = alarm;
        this.mostRows = mostRows;
        this.clock = clock;
    }

    /**
     * A row as it was written; null or empty where nothing was.
     *
     * @param programme FAST or CDRP
     * @param validFrom ISO 8601, as {@code validUntil}
     * @param holder    business number as it was typed; may be left out
     */
    public record Row(
            @Nullable String number,
            @Nullable String programme,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String holder) {}

    /** @throws Refusal.InvalidInput with everything that is wrong, as {@code rows[0].number} */
    public DriverCardBatch propose(List<Row> rows, String reason, Command command) {
        var id = command.newId("driver-card-batch");
        if (batches.find(id).isEmpty()) {
            var now = clock.instant();
            var read = BatchRows.read(rows, cards, companies, mostRows, now);
            return batches.create(DriverCardBatch.propose(id, read, reason, command.actor(), now), command);
        }
        return batches.change(id, command, batch -> {
            throw new Refusal.KeyReused();
        });
    }

    /**
     * The cards are registered in a moment, by {@link #carryOut}.
     *
     * @throws Refusal.RuleBroken {@code card-registered-before} if somebody registered one of the numbers since the proposal
     */
    public DriverCardBatch register(String id, String reason, Command command) {
        return batches.change(id, command, batch -> {
            batch.register(reason, command.actor(), clock.instant());
            requireFree(batch.snapshot().cards());
        });
    }

    public DriverCardBatch refuse(String id, String reason, Command command) {
        return batches.change(id, command, batch -> batch.refuse(reason, command.actor(), clock.instant()));
    }

    public DriverCardBatch withdraw(String id, String reason, Command command) {
        return batches.change(id, command, batch -> batch.withdraw(reason, command.actor(), clock.instant()));
    }

    /**
     * Registers the cards of a registered batch in the name of the officer who decided, from the moment of the decision on. Safe to
     * repeat: what was registered before a crash is left as it is, the rest follows.
     */
    public void carryOut(String id) {
        batches.find(id).filter(DriverCardBatch::isToBeCarriedOut).ifPresent(batch -> {
            var decision = Objects.requireNonNull(batch.snapshot().decision());
            var conflicts = new ArrayList<String>();
            for (var card : batch.snapshot().cards()) {
                var officer = new Actor(decision.by(), Set.of(), Optional.empty());
                var fresh = DriverCard.registerOf(id, card.terms(), card.holder(), officer, decision.at());
                if (!cards.createIfAbsent(fresh) && !isAsMeant(card)) {
                    conflicts.add(card.terms().number());
                }
            }
            batches.react(id, b -> b.cardsRegistered(conflicts, PLATFORM, clock.instant()));
            if (!conflicts.isEmpty()) {
                alarm.raise("driver-cards-in-conflict", "driver-card-batch=" + id + " cards=" + conflicts.size());
            }
        });
    }

    private boolean isAsMeant(Card card) {
        return cards.find(card.terms().number())
                .filter(found -> card.isLike(found.snapshot()))
                .isPresent();
    }

    private void requireFree(List<Card> proposed) {
        var taken = new ArrayList<Violation>();
        for (int i = 0; i < proposed.size(); i++) {
            if (cards.find(proposed.get(i).terms().number()).isPresent()) {
                taken.add(
                        new Violation("rows[" + i + "].number", Message.of("enrolment.driver-card.registered-before")));
            }
        }
        if (!taken.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "card-registered-before", Message.of("enrolment.driver-card.batch-overtaken"), taken);
        }
    }
}
