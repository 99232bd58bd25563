package org.trustedtrader.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.trustedtrader.gateway.GatewaySettings;

/**
 * Browser sessions live in this process's memory; the browser holds only their id, in a cookie that scripts cannot read.
 * Several replicas therefore need sticky sessions.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

    @Bean
    WebSessionIdResolver webSessionIdResolver(GatewaySettings settings) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(GatewaySettings.SESSION_COOKIE);
        cookie.addCookieInitializer(
                it -> it.httpOnly(true).secure(settings.https()).sameSite("Lax").path("/"));
        return cookie;
    }
}
