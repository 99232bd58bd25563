package org.trustedtrader.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/**
 * Browser sessions live in this process's memory; the browser holds only their id, in a cookie that scripts cannot read.
 * Only people who have signed in have one. Several replicas need sticky sessions.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    InMemoryWebSessionStore sessions(GatewayProperties gateway) {
        InMemoryWebSessionStore store = new InMemoryWebSessionStore() {
            @Override
            public Mono<WebSession> createWebSession() {
                return super.createWebSession().doOnNext(it -> it.setMaxIdleTime(gateway.sessionIdle()));
            }
        };
        store.setMaxSessions(gateway.maxSessions());
        return store;
    }

    @Bean
    WebSessionManager webSessionManager(InMemoryWebSessionStore sessions, GatewayProperties gateway) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(GatewayProperties.SESSION_COOKIE);
        cookie.addCookieInitializer(
                it -> it.httpOnly(true).secure(gateway.https()).sameSite("Lax").path("/"));
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionIdResolver(cookie);
        manager.setSessionStore(sessions);
        return manager;
    }
}
