package org.trustedtrader.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.gateway.session.SessionRegistry;
import org.trustedtrader.platform.token.IssuerKeys;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keycloak reports here that a session has ended there, by any cause (OpenID Connect Back-Channel Logout 1.0): the
 * browser's session ends with it. Only a token that Keycloak has signed for this purpose is believed.
 */
@Configuration(proxyBeanMethods = false)
class BackChannelLogoutConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogoutConfiguration.class);
    private static final Duration BODY_WITHIN = Duration.ofSeconds(5);

    private final SessionRegistry sessions;
    private final LogoutTokenValidator validator;

    BackChannelLogoutConfiguration(SessionRegistry sessions, IdentityProperties identity, IssuerKeys keys) {
        this.sessions = sessions;
        this.validator = new LogoutTokenValidator(
                new Issuer(identity.issuer()),
                new ClientID(identity.clientId()),
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys),
                null);
    }

    @Bean
    RouterFunction<ServerResponse> backChannelLogout() {
        return RouterFunctions.route()
                .POST(
                        SignInConfigurer.BACK_CHANNEL_LOGOUT,
                        RequestPredicates.contentType(MediaType.APPLICATION_FORM_URLENCODED),
                        this::logout)
                .build();
    }

    private Mono<ServerResponse> logout(ServerRequest request) {
        return request.formData()
                .timeout(BODY_WITHIN)
                .mapNotNull(form -> form.getFirst("logout_token"))
                .switchIfEmpty(Mono.error(BackChannelLogoutConfiguration::refused))
                .flatMap(token -> Mono.fromCallable(() -> claims(token)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(claims -> end(claims))
                .flatMap(ended ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).build());
    }

    private Mono<Integer> end(LogoutTokenClaimsSet claims) {
        Mono<Integer> ended = claims.getSessionID() != null
                ? sessions.endSession(claims.getSessionID().getValue())
                : sessions.endSessionsOf(claims.getSubject().getValue());
        return ended.doOnNext(count -> LOG.info("back-channel-logout sessions={}", count));
    }

    private LogoutTokenClaimsSet claims(String token) {
        try {
            return validator.validate(SignedJWT.parse(token));
        } catch (ParseException | BadJOSEException e) {
            throw refused();
        } catch (JOSEException e) {
            throw new ProblemException(GatewayProblems.issuerAway());
        }
    }

    private static ProblemException refused() {
        return new ProblemException(GatewayProblems.badLogoutToken());
    }
}
