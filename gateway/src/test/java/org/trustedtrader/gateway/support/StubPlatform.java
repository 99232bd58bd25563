package org.trustedtrader.gateway.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Stubs of the services and the portal and a stub issuer, shared by all tests of this JVM; a fifth address where nobody answers. */
public final class StubPlatform {

    public static final StubIssuer ISSUER = StubIssuer.running();
    public static final Map<String, StubService> SERVICES = services();

    private StubPlatform() {}

    public static StubService service(String name) {
        return SERVICES.get(name);
    }

    public static void register(DynamicPropertyRegistry registry) {
        SERVICES.forEach((name, service) -> registry.add("ttp.services." + name + ".url", service::url));
        registry.add("ttp.security.issuer", ISSUER::realm);
        registry.add("ttp.security.client-secret", () -> "a secret of this test");
        registry.add("management.server.port", () -> 0);
    }

    private static Map<String, StubService> services() {
        Map<String, StubService> all = new LinkedHashMap<>();
        for (String name : new String[] {"enrolment", "assessment", "validation", "benefits", "portal"}) {
            all.put(name, StubService.running(name));
        }
        return all;
    }
}
