package org.trustedtrader.gateway.config;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the launcher's and the cluster's health questions, which come in at a port of their own, from everybody else's.
 * Filters are shared by both ports; the context that a request belongs to is not.
 */
@Component
public final class ManagementPort {

    private final ApplicationContext gateway;

    ManagementPort(ApplicationContext gateway) {
        this.gateway = gateway;
    }

    public boolean received(ServerWebExchange exchange) {
        ApplicationContext context = exchange.getApplicationContext();
        return context != null && context != gateway;
    }
}
