package org.trustedtrader.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.trustedtrader.platform.aggregate.Actor;

class ActorConverterTest {

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

    @Test
    void authoritiesAreTheRoles() {
        ActorAuthentication caller =
                new ActorConverter().convert(token(Map.of("roles", List.of("approver", "validator"))));
        assertThat(caller.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("approver", "validator");
    }

    private static Actor actor(Map<String, Object> claims) {
        return new ActorConverter().convert(token(claims)).actor();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("some-subject")
                .claim("azp", "portal")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
