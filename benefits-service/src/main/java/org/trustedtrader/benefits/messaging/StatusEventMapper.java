package org.trustedtrader.benefits.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.UnreadableFact;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads announced states. New fields are tolerated; a missing or senseless one makes the event {@link UnprocessableEventException}. */
final class StatusEventMapper {

    /** An event is read when it is received and again, a moment later and perhaps from two queues, when it is handled. */
    private static final int KEPT = 500;

    private final JsonMapper json;
    private final Map<Event, Revision> justRead = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Event, Revision> eldest) {
            return size() > KEPT;
        }
    };

    StatusEventMapper(JsonMapper json) {
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CompanyData(
            String businessNumber,
            List<String> linesOfBusiness,
            List<Account> programmeAccounts,
            @Nullable String carrierCode,
            @Nullable Instant effectiveAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(String programme, String number) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MembershipData(
            String membershipId,
            String membershipNumber,
            String company,
            List<String> linesOfBusiness,
            String state,
            String tier,
            @Nullable LocalDate memberSince,
            @Nullable String reasonCode,
            Instant effectiveAt,
            @Nullable Boolean benefitsPaused) {

        MembershipStatus status() {
            var status = MembershipStatus.named(Objects.requireNonNull(state, "state is missing"));
            return Boolean.TRUE.equals(benefitsPaused) && status == MembershipStatus.ACTIVE
                    ? MembershipStatus.BENEFITS_PAUSED
                    : status;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CardData(String number, LocalDate validFrom, LocalDate validUntil, String state, Instant effectiveAt) {}

    synchronized Revision read(Event event) {
        return justRead.computeIfAbsent(event, this::known);
    }

    private Revision known(Event event) {
        try {
            return switch (event.aggregate()) {
                case "company" -> company(event, json.readValue(event.data(), CompanyData.class));
                case "membership" -> membership(event, json.readValue(event.data(), MembershipData.class));
                case "driver-card" -> card(event, json.readValue(event.data(), CardData.class));
                default ->
                    throw new UnprocessableEventException(
                            "not a kind that this service consumes: " + event.aggregate());
            };
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnprocessableEventException(event.type() + " cannot be understood: " + e.getMessage());
        }
    }

    /** What is left of an event that cannot be understood: that there was one. Nothing, if it is about no aggregate. */
    static Optional<Revision> unreadable(Event event) {
        return Revision.isSubject(event.subject()) && event.version() > 0
                ? Optional.of(known(event, event.time(), new UnreadableFact(event.type())))
                : Optional.empty();
    }

    /** An identifier that is not well-formed is left out: nobody can ask by it. */
    private static Revision company(Event event, CompanyData data) {
        Set<Identifier> identifiers = new HashSet<>();
        Set<String> programmes = new HashSet<>();
        if (data.carrierCode() != null) {
            Identifier.parse(Scheme.CARRIER_CODE, data.carrierCode()).ifPresent(identifiers::add);
        }
        for (var account : data.programmeAccounts()) {
            switch (account.programme()) {
                case "BN15" -> Identifier.parse(Scheme.BN15, account.number()).ifPresent(identifiers::add);
                case "TIN" -> Identifier.parse(Scheme.TIN, account.number()).ifPresent(identifiers::add);
                default -> programmes.add(account.programme());
            }
        }
        var fact = new CompanyFact(data.businessNumber(), Set.copyOf(data.linesOfBusiness()), identifiers, programmes);
        return known(
                event, data.effectiveAt() == null ? event.time() : data.effectiveAt(), data.businessNumber(), fact);
    }

    private static Revision membership(Event event, MembershipData data) {
        var fact = new MembershipFact(
                data.membershipId(),
                data.company(),
                data.membershipNumber(),
                data.status(),
                tier(data.tier()),
                Set.copyOf(data.linesOfBusiness()),
                data.memberSince(),
                data.reasonCode() == null ? "" : data.reasonCode());
        return known(event, data.effectiveAt(), data.membershipId(), fact);
    }

    private static @Nullable Tier tier(String name) {
        for (var tier : Tier.values()) {
            if (tier.name().equals(name)) {
                return tier;
            }
        }
        return null;
    }

    private static Revision card(Event event, CardData data) {
        var fact = new CardFact(
                data.number(),
                data.validFrom(),
                data.validUntil(),
                !data.state().equals("REGISTERED"));
        return known(event, data.effectiveAt(), data.number(), fact);
    }

    private static Revision known(Event event, Instant effectiveAt, String id, Fact fact) {
        if (!event.aggregateId().equals(id)) {
            throw new IllegalArgumentException("subject " + event.subject() + " but data of " + id);
        }
        return known(event, effectiveAt, fact);
    }

    private static Revision known(Event event, Instant effectiveAt, Fact fact) {
        return new Revision(event.subject(), event.version(), effectiveAt, event.time(), fact);
    }
}
