package org.trustedtrader.gateway.routes;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code ttp.services.<name>.url}: where each service is. */
@ConfigurationProperties("ttp")
record ServiceProperties(Map<String, Service> services) {

    record Service(URI url) {}

    URI url(String service) {
        Service known = services.get(service);
        if (known == null) {
            throw new IllegalStateException(
                    "There are routes to " + service + ", but no ttp.services." + service + ".url");
        }
        return known.url();
    }
}
