package org.trustedtrader.gateway.pages;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.config.GatewayProperties;

/** The services whose APIs are documented here. */
@Component
final class ServiceCatalogue {

    record Service(String name, String about) {
        String document() {
            return "/docs/" + name;
        }
    }

    private static final Map<String, String> ABOUT = Map.of(
            "enrolment", "companies, applications, memberships",
            "assessment", "criteria, security profiles, risk, action plans",
            "validation", "visits, findings, reports",
            "benefits", "entitlements, border answers, proof of benefit");

    private final List<Service> services;

    ServiceCatalogue(GatewayProperties settings) {
        this.services = settings.routes().keySet().stream()
                .map(name -> new Service(name, ABOUT.getOrDefault(name, "")))
                .toList();
    }

    List<Service> all() {
        return services;
    }
}
