package org.trustedtrader.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;

class TokenActorTest {

    @Test
    void aPersonIsKnownBySubject() {
        Actor actor = actor(Map.of("preferred_username", "vera.validator", "roles", List.of("validator")));
        assertThat(actor.id()).isEqualTo("user:some-subject");
        assertThat(actor.roles()).containsExactly("validator");
    }

    @Test
    void aClientIsKnownByItsId() {
        assertThat(actor(Map.of("preferred_username", "service-account-portal")).id())
                .isEqualTo("client:portal");
    }

    @Test
    void aServiceIsKnownByItsName() {
        Actor actor = actor(Map.of(
                "azp",
                "enrolment-service",
                "preferred_username",
                "service-account-enrolment-service",
                "roles",
                List.of("service")));
        assertThat(actor).isEqualTo(Actor.service("enrolment"));
    }

    @Test
    void aClientWithoutTheRoleIsNoService() {
        assertThat(actor(Map.of("azp", "enrolment-service", "preferred_username", "service-account-enrolment-service"))
                        .id())
                .isEqualTo("client:enrolment-service");
    }

    @Test
    void aPersonWhoseNameLooksLikeAnotherClientsStaysAPerson() {
        assertThat(actor(Map.of("preferred_username", "service-account-enrolment-service"))
                        .id())
                .isEqualTo("user:some-subject");
    }

    @Test
    void theCompanyComesFromItsClaim() {
        assertThat(actor(Map.of("company", "123456782")).company()).contains("123456782");
    }

    @Test
    void theRegionsComeFromTheirClaimAloneOrInAList() {
        assertThat(actor(Map.of("regions", List.of("CA-ON", "US"))).regions()).contains(Set.of("CA-ON", "US"));
        assertThat(actor(Map.of("regions", "CA-ON")).regions()).contains(Set.of("CA-ON"));
        assertThat(actor(Map.of()).regions()).isEmpty();
    }

    /** Else a token that cannot be read would give more than one that can. */
    @Test
    void aClaimThatNamesNothingIsNotTheSameAsNone() {
        assertThat(actor(Map.of("regions", List.of())).regions()).contains(Set.of());
        assertThat(actor(Map.of("regions", 7)).regions()).contains(Set.of());
        assertThat(actor(Map.of("regions", Map.of("a", "b"))).regions()).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567890", "12345678a", " 123456782", "١٢٣٤٥٦٧٨٢", "123456782\n"})
    void aCompanyThatIsNoBusinessNumberIsIgnored(String company) {
        assertThat(actor(Map.of("company", company)).company()).isEmpty();
    }

    @Test
    void claimsOfTheWrongTypeGiveNothing() {
        Actor actor = actor(Map.of("company", List.of("123456782"), "roles", "approver"));
        assertThat(actor.company()).isEmpty();
        assertThat(actor.roles()).isEmpty();
        assertThat(actor(Map.of("roles", List.of(7, "approver"))).roles()).containsExactly("approver");
    }

    private static Actor actor(Map<String, Object> claims) {
        return TokenActor.of(token(claims));
    }

    private static JWTClaimsSet token(Map<String, Object> claims) {
        var builder = new JWTClaimsSet.Builder().subject("some-subject").claim("azp", "portal");
        claims.forEach(builder::claim);
        return builder.build();
    }
}
