package org.trustedtrader.benefits.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PartnerEventMapperTest {

    private static final String MEMBER = "benefits.partner-member.suspended.v1";
    private static final String LISTS = "benefits.partner.list-completed.v1";
    private static final String TIN = "US1234567890";

    private final PartnerEventMapper events =
            new PartnerEventMapper(JsonMapper.builder().build());
    private final RecognisedMembers memory = new RecognisedMembers(List.of(new Arrangement(
            "US-CTPAT", 0, Duration.ofHours(48), Map.of("IMPORTER", Set.of(Benefit.REDUCED_EXAMINATION)))));

    @Test
    void understandsAMemberAndItsPartnersLists() {
        events.apply(Samples.event(MEMBER, TIN, 2), memory);
        events.apply(Samples.event(LISTS, "US-CTPAT", 5), memory);
        assertThat(reasons("2026-11-24T09:30:00.455Z")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER.bit());
        assertThat(reasons("2026-11-24T09:30:00.456Z")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED.bit());
    }

    @ParameterizedTest
    @CsvSource({"tin, US2", "tin, ", "partner, ", "spells, "})
    void aMemberThatMakesNoSenseIsPoison(String field, String value) {
        var data = ((ObjectNode) Samples.data(MEMBER)).put(field, value);
        assertThatThrownBy(() -> events.apply(Samples.event(MEMBER, TIN, 2, data.toString()), memory))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aStateThatIsNewIsPoison() {
        var data = Samples.data(MEMBER).toString().replace("SUSPENDED", "TOLERATED");
        assertThatThrownBy(() -> events.apply(Samples.event(MEMBER, TIN, 2, data), memory))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void understandsACompanysNameAndTins() {
        var type = "enrolment.company.identifier-confirmed.v1";
        var data =
                Samples.data(type).toString().replace("\"BN15\"", "\"TIN\"").replace("123456782RM0001", "CA123456782");
        var company = events.company(Samples.event(type, "123456782", 1, data));
        assertThat(company.legalName()).isEqualTo("Maple Leaf Haulage Ltd.");
        assertThat(company.tins()).containsExactly("CA123456782");
        assertThat(company.address()).isEqualTo("1 Huron Church Rd, Windsor, ON, N9C 2L1, CA");
    }

    private long reasons(String at) {
        return memory.party(new Identifier(Scheme.TIN, TIN), Instant.parse(at).toEpochMilli())
                .reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER);
    }
}
