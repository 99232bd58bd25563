package org.trustedtrader.gateway.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ttp.security.*}: Keycloak as the browser and as the gateway see it.
 *
 * @param issuer       the realm's address as browsers see it; what tokens must carry as {@code iss}
 * @param backChannel  the realm's address as the gateway reaches it
 * @param audience     what tokens must carry in {@code aud}
 * @param clientId     the gateway's own client
 * @param clientSecret its secret
 */
@Validated
@ConfigurationProperties("ttp.security")
public record IdentityProperties(
        @NotNull URI issuer,
        @NotNull URI backChannel,
        @NotBlank String audience,
        @NotBlank String clientId,

        @NotBlank(message = "set TTP_SERVICE_SECRET to the secret of the gateway's Keycloak client")
        String clientSecret) {

    /** The name of the gateway's client in Spring Security; a part of the sign-in addresses. */
    public static final String REGISTRATION = "keycloak";

    /** Where a browser is sent. */
    public String front(String path) {
        return issuer + "/protocol/openid-connect/" + path;
    }

    /** Where the gateway itself asks. */
    public String back(String path) {
        return backChannel + "/protocol/openid-connect/" + path;
    }
}
