package org.trustedtrader.benefits.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.export.CompanyProjection;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is announced of partners' members, of partners' lists, and of our companies' names and TINs. */
final class PartnerEventMapper {

    private final JsonMapper json;

    PartnerEventMapper(JsonMapper json) {
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MemberData(String tin, String partner, List<SpellData> spells) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SpellData(
            long version,
            Instant from,
            String state,
            List<String> linesOfBusiness,
            @Nullable Instant ends) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisterData(String partner, List<RefreshData> refreshes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RefreshData(long version, Instant drawnAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CompanyData(
            String businessNumber,
            String legalName,
            List<AccountData> programmeAccounts,
            @Nullable List<SiteData> sites) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AccountData(String programme, String number) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SiteData(@Nullable AddressData address) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressData(
            @Nullable String street,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country) {

        String inOneLine() {
            return Stream.of(street, city, region, postalCode, country)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    void apply(Event event, RecognisedMembers memory) {
        if (event.aggregate().equals("partner")) {
            var data = read(event, RegisterData.class);
            understood(event, () -> memory.refreshed(named(event, data.partner()), refreshes(data)));
        } else {
            var data = read(event, MemberData.class);
            understood(event, () -> memory.put(member(event, data)));
        }
    }

    CompanyProjection company(Event event) {
        var data = read(event, CompanyData.class);
        var tins = new HashSet<String>();
        for (var account : data.programmeAccounts()) {
            if (account.programme().equals("TIN") && Scheme.TIN.admits(account.number())) {
                tins.add(account.number());
            }
        }
        var address = Stream.ofNullable(data.sites())
                .flatMap(List::stream)
                .flatMap(site -> Stream.ofNullable(site.address()))
                .findFirst()
                .map(AddressData::inOneLine)
                .orElse("");
        return new CompanyProjection(data.businessNumber(), event.version(), data.legalName(), address, tins);
    }

    private static MemberFact member(Event event, MemberData data) {
        return new MemberFact(
                named(event, data.tin()),
                Objects.requireNonNull(data.partner(), "partner is missing"),
                event.version(),
                data.spells().stream().map(PartnerEventMapper::spell).toList());
    }

    private static MemberFact.Period spell(SpellData data) {
        return new MemberFact.Period(
                data.version(),
                data.from().toEpochMilli(),
                MemberState.valueOf(data.state()),
                new HashSet<>(data.linesOfBusiness()),
                data.ends() == null ? Long.MAX_VALUE : data.ends().toEpochMilli());
    }

    private static List<Refresh> refreshes(RegisterData data) {
        return data.refreshes().stream()
                .map(refresh -> new Refresh(refresh.version(), refresh.drawnAt().toEpochMilli()))
                .toList();
    }

    private static String named(Event event, String id) {
        if (!event.aggregateId().equals(id)) {
            throw new IllegalArgumentException("subject " + event.subject() + " but data of " + id);
        }
        return id;
    }

    private <T> T read(Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(event.type() + " cannot be understood: " + e.getMessage());
        }
    }

    private static void understood(Event event, Runnable telling) {
        try {
            telling.run();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnprocessableEventException(event.type() + " cannot be understood: " + e.getMessage());
        }
    }
}
