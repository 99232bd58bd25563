package org.trustedtrader.benefits.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.UnreadableFact;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StatusEventMapperTest {

    private final StatusEventMapper events =
            new StatusEventMapper(JsonMapper.builder().build());

    @Test
    void understandsACompany() {
        var type = "enrolment.company.identifier-confirmed.v1";
        var data = Samples.data(type);
        var bn9 = data.get("businessNumber").asString();
        var known = events.read(Samples.event(type, bn9, 1));
        var company = (CompanyFact) known.fact();
        assertThat(known.subject()).isEqualTo("company/" + bn9);
        assertThat(company.lines()).hasSize(data.get("linesOfBusiness").size()).isNotEmpty();
        assertThat(company.identifiers()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"enrolment.membership.started.v1, ACTIVE", "enrolment.membership.suspended.v1, SUSPENDED"})
    void understandsAMembership(String type, MembershipStatus status) {
        var data = Samples.data(type);
        var id = data.get("membershipId").asString();
        var known = events.read(Samples.event(type, id, 1));
        var membership = (MembershipFact) known.fact();
        assertThat(membership.status()).isEqualTo(status);
        assertThat(membership.company()).isEqualTo(data.get("company").asString());
        assertThat(membership.tier()).isNotNull();
        assertThat(membership.identifier()).isPresent();
        assertThat(known.effectiveAt())
                .isEqualTo(Instant.parse(data.get("effectiveAt").asString()));
    }

    @ParameterizedTest
    @CsvSource({"enrolment.driver-card.registered.v1, false", "enrolment.driver-card.revoked.v1, true"})
    void understandsADriversCard(String type, boolean revoked) {
        var card =
                (CardFact) events.read(Samples.event(type, "FAST00012345", 1)).fact();
        assertThat(card.number()).isEqualTo("FAST00012345");
        assertThat(card.revoked()).isEqualTo(revoked);
    }

    @Test
    void aStateThatIsNewIsKeptAsNotUnderstood() {
        var known = events.read(changed("state", "PROVISIONALLY_TOLERATED"));
        assertThat(((MembershipFact) known.fact()).status()).isEqualTo(MembershipStatus.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, BENEFITS_PAUSED", "SUSPENDED, SUSPENDED", "PROVISIONALLY_TOLERATED, NOT_UNDERSTOOD"})
    void aPauseIsAStateOfAnActiveMembershipOnly(String state, MembershipStatus status) {
        var known = events.read(event(membership().put("state", state).put("benefitsPaused", true)));
        assertThat(((MembershipFact) known.fact()).status()).isEqualTo(status);
    }

    @Test
    void aTierThatIsNewIsNoTierHere() {
        assertThat(((MembershipFact) events.read(changed("tier", "IV")).fact()).tier())
                .isNull();
    }

    @Test
    void aFieldThatIsNewIsTolerated() {
        assertThat(events.read(changed("colour", "blue")).readable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "membershipNumber", "state", "linesOfBusiness", "effectiveAt", "membershipId"})
    void whatIsMissingMakesItPoison(String field) {
        var data = membership();
        data.remove(field);
        assertThatThrownBy(() -> events.read(event(data))).isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void brokenJsonIsPoison() {
        var broken = Samples.event("enrolment.membership.started.v1", "m", 1, "{");
        assertThatThrownBy(() -> events.read(broken)).isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void dataOfAnotherSubjectIsPoison() {
        var other = Samples.event(
                "enrolment.membership.started.v1", "another", 1, membership().toString());
        assertThatThrownBy(() -> events.read(other)).isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void whatCannotBeUnderstoodIsStillKnownToExist() {
        var known = StatusEventMapper.unreadable(event(membership())).orElseThrow();
        assertThat(known.fact()).isInstanceOf(UnreadableFact.class);
        assertThat(known.version()).isEqualTo(7);
    }

    private static Event changed(String field, String value) {
        return event(membership().put(field, value));
    }

    private static ObjectNode membership() {
        return ((ObjectNode) Samples.data("enrolment.membership.started.v1")).put("membershipId", "m");
    }

    private static Event event(ObjectNode data) {
        return Samples.event("enrolment.membership.started.v1", "m", 7, data.toString());
    }
}
