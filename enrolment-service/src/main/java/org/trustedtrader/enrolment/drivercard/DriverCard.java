package org.trustedtrader.enrolment.drivercard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * A registered driver's card: registered once, perhaps revoked, never changed otherwise. It may belong to the company for which
 * the driver drives; of the person nothing but the card's number is known.
 */
public final class DriverCard extends Aggregate {

    /** FAST, or Canada's own Commercial Driver Registration Program. */
    public enum Programme {
        FAST,
        CDRP
    }

    /** Whether the card was revoked; whether it is valid today follows from its dates. */
    public enum State {
        REGISTERED,
        REVOKED
    }

    /**
     * What is registered of a card. The number stands for the driver; nothing else is known of the person.
     *
     * @param validFrom  first day, from midnight UTC
     * @param validUntil last day, to midnight UTC
     */
    public record Terms(String number, Programme programme, LocalDate validFrom, LocalDate validUntil) {

        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{6,15}");
        private static final DateRange FIRST_DAYS = new DateRange(LocalDate.of(1990, 1, 1), LocalDate.of(9999, 12, 31));
        private static final int LONGEST_YEARS = 10;

        public Terms {
            List<Violation> violations = new ArrayList<>();
            if (!NUMBER.matcher(number).matches()) {
                violations.add(new Violation("number", Message.of("enrolment.driver-card.number")));
            }
            if (validUntil.isBefore(validFrom)) {
                violations.add(new Violation("validUntil", Message.of("enrolment.driver-card.ends-before-it-begins")));
            }
            var objection = FIRST_DAYS.objection(validFrom);
            if (objection.isPresent()) {
                violations.add(new Violation("validFrom", objection.get()));
            } else if (validUntil.isAfter(validFrom.plusYears(LONGEST_YEARS))) {
                violations.add(
                        new Violation("validUntil", Message.of("enrolment.driver-card.valid-too-long", LONGEST_YEARS)));
            }
            if (!violations.isEmpty()) {
                throw new Refusal.InvalidInput(violations);
            }
        }
    }

    /**
     * The whole card, for storage, events and views.
     *
     * @param effectiveAt from when the present state counts, programme time
     * @param reasonCode  empty unless revoked
     * @param holder      business number of the company to which it belongs; null for a driver of no single company, and in records
     *                    of the version before
     */
    public record Snapshot(
            String number,
            Programme programme,
            LocalDate validFrom,
            LocalDate validUntil,
            State state,
            Instant effectiveAt,
            String reasonCode,
            @Nullable String holder) {}

    private final Terms terms;
    private final @Nullable String holder;
    private State state;
    private Instant effectiveAt;
    private String reasonCode;

    private DriverCard(Terms terms, @Nullable String holder, Instant at) {
        super(terms.number());
        this.terms = terms;
        this.holder = holder;
        this.state = State.REGISTERED;
        this.effectiveAt = at;
        this.reasonCode = "";
    }

    private DriverCard(Stored stored, Snapshot s) {
        super(stored);
        this.terms = new Terms(s.number(), s.programme(), s.validFrom(), s.validUntil());
        this.holder = s.holder();
        this.state = s.state();
        this.effectiveAt = s.effectiveAt();
        this.reasonCode = s.reasonCode();
    }

    /**
     * A new card begins to be valid at most {@value Terms#LONGEST_YEARS} years from today.
     *
     * @param holder business number of the company to which it belongs; null for a driver of no single company
     */
    public static DriverCard register(Terms terms, @Nullable String holder, Actor actor, Instant at) {
        admit(terms, at);
        var card = new DriverCard(terms, holder, at);
        card.record(Change.birth(State.REGISTERED.name(), "registered", actor, at));
        return card;
    }

    /**
     * A card of a batch that was admitted when it was proposed.
     *
     * @param actor the officer who decided on the batch
     * @param at    of that decision
     */
    static DriverCard registerOf(String batch, Terms terms, @Nullable String holder, Actor actor, Instant at) {
        var card = new DriverCard(terms, holder, at);
        card.record(
                Change.birth(State.REGISTERED.name(), "registered", actor, at).because("driver-card-batch/" + batch));
        return card;
    }

    /** @throws Refusal.InvalidInput if a card of these terms is not registered on that day, since it begins too far ahead */
    static void admit(Terms terms, Instant at) {
        var latest = LocalDate.ofInstant(at, ZoneOffset.UTC).plusYears(Terms.LONGEST_YEARS);
        new DateRange(Terms.FIRST_DAYS.earliest(), latest).admit("validFrom", terms.validFrom());
    }

    public static DriverCard restore(Stored stored, Snapshot snapshot) {
        return new DriverCard(stored, snapshot);
    }

    /** @param reason a reason code, such as {@code LOST} or {@code CONVICTION} */
    public void revoke(String reason, Actor actor, Instant at) {
        StateGuard.require("revoke the card", state, State.REGISTERED);
        record(Change.between(state, State.REVOKED, "revoked", actor, at).because(reason));
        state = State.REVOKED;
        effectiveAt = at;
        reasonCode = reason;
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
        return new Snapshot(
                terms.number(),
                terms.programme(),
                terms.validFrom(),
                terms.validUntil(),
                state,
                effectiveAt,
                reasonCode,
                holder);
    }
}
