package org.trustedtrader.platform.test;

import com.mongodb.event.CommandListener;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Wires the parts of the test run, a test client, the log of endpoints and the listener for MongoDB commands into a service under test. */
public final class TestServerInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String INLINED = "Inlined Test Properties";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var place = new TestNamespace();
        addBeneathTheTestsOwn(environment.getPropertySources(), place);
        context.registerBean("testPlace", TestNamespace.class, () -> place);
        context.registerBean("mongoSurface", CommandListener.class, () -> MongoCommandLog.SEEN);
        context.registerBean(
                "endpointLog", FilterRegistrationBean.class, () -> new FilterRegistrationBean<>(EndpointLog.filter()));
        context.registerBean(
                "testHttp",
                Http.class,
                () -> Http.to(() -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")));
    }

    /** A test's own properties win over the chosen parts, and those over everything else. */
    private static void addBeneathTheTestsOwn(MutablePropertySources sources, TestNamespace place) {
        var parts = new MapPropertySource("test-parts", Map.copyOf(place.settings()));
        if (sources.contains(INLINED)) {
            sources.addAfter(INLINED, parts);
        } else {
            sources.addFirst(parts);
        }
    }
}
