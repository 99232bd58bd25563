package org.trustedtrader.platform.test.probe;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.StubIssuer;

/** Points the probe at the test run's issuer; it needs no other part. */
final class ProbeInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "probe",
                        Map.of(
                                "ttp.security.issuer",
                                StubIssuer.running().issuer(),
                                "ttp.security.client-secret",
                                "a-secret-of-the-tests")));
        context.registerBean(
                Http.class,
                () -> Http.to(() -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")));
    }
}
