package org.trustedtrader.gateway.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;

/** The services whose APIs are documented here. */
@Component
final class ServiceCatalogue {

    record Service(String name, Message about) {
        String document() {
            return "/docs/" + name;
        }
    }

    private final List<Service> services;

    ServiceCatalogue(GatewayProperties settings) {
        this.services = settings.routes().keySet().stream()
                .map(name -> new Service(name, about(name)))
                .toList();
    }

    private static Message about(String service) {
        String key = "gateway.about." + service;
        return Bundles.contains(key) ? Message.of(key) : Message.literal("");
    }

    List<Service> all() {
        return services;
    }
}
