package org.trustedtrader.platform.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ttp.security.*}.
 *
 * @param issuer       what tokens must carry as {@code iss}: the realm's address as browsers see it
 * @param backChannel  the realm's address as the services reach it; the issuer if not set
 * @param audience     what tokens must carry in {@code aud}
 * @param clientId     this service's own client
 * @param clientSecret that client's secret
 */
@ConfigurationProperties("ttp.security")
record SecurityProperties(
        URI issuer,
        @Nullable URI backChannel,
        @DefaultValue("ttp-api") String audience,
        String clientId,
        @DefaultValue("") String clientSecret) {

    URI realm() {
        return backChannel == null || backChannel.toString().isEmpty() ? issuer : backChannel;
    }
}
