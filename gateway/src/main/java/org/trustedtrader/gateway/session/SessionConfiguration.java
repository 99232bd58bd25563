package org.trustedtrader.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.trustedtrader.gateway.config.GatewayProperties;

/**
 * Browser sessions live in this process's memory; the browser holds only their id, in a cookie that scripts cannot read.
 * Several replicas therefore need sticky sessions.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    WebSessionIdResolver webSessionIdResolver(GatewayProperties settings) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(GatewayProperties.SESSION_COOKIE);
        cookie.addCookieInitializer(
                it -> it.httpOnly(true).secure(settings.https()).sameSite("Lax").path("/"));
        return cookie;
    }
}
