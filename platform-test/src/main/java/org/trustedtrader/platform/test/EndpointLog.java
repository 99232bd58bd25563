package org.trustedtrader.platform.test;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which endpoints did what they are for, over HTTP, in this run of a module's tests: answered with 2xx to a test that asked more
 * than whether a role is let in.
 */
public final class EndpointLog {

    /** Marks the calls of an access table, which prove nothing about what an endpoint does. */
    static final String ACCESS_CHECK = "X-Access-Check";

    private static final Set<String> SUCCEEDED = ConcurrentHashMap.newKeySet();
    private static final Set<String> FINISHED = ConcurrentHashMap.newKeySet();
    private static final Path REPORT = Path.of("target", "endpoints-without-success.txt");

    private EndpointLog() {}

    static Filter filter() {
        return (request, response, chain) -> {
            chain.doFilter(request, response);
            var call = (HttpServletRequest) request;
            var pattern = call.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            var status = ((HttpServletResponse) response).getStatus();
            if (pattern != null && status / 100 == 2 && call.getHeader(ACCESS_CHECK) == null) {
                SUCCEEDED.add(call.getMethod() + " " + pattern);
            }
        };
    }

    static void finished(Class<?> test) {
        FINISHED.add(test.getName());
    }

    /**
     * The endpoints of a service that answered no such call yet; they are written to {@code target/endpoints-without-success.txt}.
     * Those of the platform itself are tested with the platform.
     */
    public static Set<String> withoutSuccess(RequestMappingHandlerMapping endpoints) {
        var missing = new TreeSet<>(AccessTableTests.served(endpoints));
        missing.removeAll(SUCCEEDED);
        missing.removeIf(endpoint -> endpoint.contains(" /v1/operations/")
                || endpoint.contains(" /internal/changes/")
                || endpoint.contains(" /v3/"));
        try {
            Files.createDirectories(REPORT.getParent());
            Files.write(REPORT, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return missing;
    }

    /** Whether every integration test of the module but that one is done, so that nothing is missing because it did not run. */
    public static boolean isComplete(Class<?> last) throws IOException {
        var root = Path.of("target", "test-classes");
        try (var files = Files.walk(root)) {
            var all = files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith("IT.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.equals(last.getName()))
                    .filter(EndpointLog::isOfTheService)
                    .collect(Collectors.toSet());
            return FINISHED.containsAll(all);
        }
    }

    private static boolean isOfTheService(String name) {
        try {
            var test = Class.forName(name, false, EndpointLog.class.getClassLoader());
            return AnnotatedElementUtils.hasAnnotation(test, ServiceIT.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
