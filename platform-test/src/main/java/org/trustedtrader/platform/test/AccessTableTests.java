package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls every endpoint as every {@link Caller} and compares the answers with the rows; an endpoint without a row is a
 * failure too. To be returned from a {@code @TestFactory}.
 */
public final class AccessTableTests {

    private static final Set<Integer> NOT_SERVED = Set.of(401, 403, 404, 405);

    private final Http http;
    private final RequestMappingHandlerMapping endpoints;
    private final String service;
    private final List<AccessRow> rows = new ArrayList<>();
    private Consumer<String> glassBreaker = officer -> {};
    private boolean keepsFiles;

    private AccessTableTests(Http http, RequestMappingHandlerMapping endpoints, String service) {
        this.http = http;
        this.endpoints = endpoints;
        this.service = service;
    }

    /** @param service the service's name, for the endpoints that the platform gives it */
    public static AccessTableTests of(String service, Http http, RequestMappingHandlerMapping endpoints) {
        return new AccessTableTests(http, endpoints, service).addPlatformRows();
    }

    /** For a service that runs without the platform's own endpoints. */
    public static AccessTableTests withoutPlatformEndpoints(
            String service, Http http, RequestMappingHandlerMapping endpoints) {
        return new AccessTableTests(http, endpoints, service);
    }

    public AccessTableTests rows(AccessRow... more) {
        rows.addAll(List.of(more));
        return this;
    }

    public AccessTableTests rows(List<AccessRow> more) {
        rows.addAll(more);
        return this;
    }

    /**
     * The service keeps files of companies: each row that admits a regional role, and is not {@link AccessRow#ofNoFile()}, is
     * called by officers of that role who work for another region, for none, and with the glass broken. Its records belong to
     * {@link Caller#OWN_COMPANY} in {@link Caller#OWN_REGION}.
     *
     * @param newGlassBreaker gives the officer with that actor id access to that company's file
     */
    public AccessTableTests keepsFiles(Consumer<String> newGlassBreaker) {
        keepsFiles = true;
        glassBreaker = newGlassBreaker;
        return this;
    }

    /** Those who are let in come last within each row, so that what they change spoils no other answer. */
    public Stream<DynamicTest> checks() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("every endpoint has a row", this::everyEndpointHasARow));
        rows.stream()
                .filter(row -> row.pattern.equals("/v3/api-docs"))
                .findFirst()
                .ifPresent(row ->
                        tests.add(dynamicTest("no two classes share a schema", () -> describesEachClassByItself(row))));
        for (AccessRow row : rows) {
            if (keepsFiles && row.ofFile) {
                regionalCallers(row).forEach(caller -> tests.addAll(regionChecks(row, caller)));
            }
            Arrays.stream(Caller.values())
                    .sorted(Comparator.comparing(row.allowed::contains))
                    .map(caller ->
                            dynamicTest(row.method + " " + row.pattern + " as " + caller, () -> check(row, caller)))
                    .forEach(tests::add);
            row.allowed.stream()
                    .findFirst()
                    .filter(caller -> !row.pattern.startsWith("/v3/"))
                    .ifPresent(caller -> {
                        tests.add(dynamicTest(
                                row.method + " " + row.pattern + " knows its parameters",
                                () -> refuseUnknown(row, caller)));
                        tests.add(dynamicTest(
                                row.method + " " + row.pattern + " has one format",
                                () -> refuseOtherFormats(row, caller)));
                    });
        }
        System.out.println("access table of " + service + ": " + rows.size() + " endpoints x " + Caller.values().length
                + " callers = " + rows.size() * Caller.values().length + " calls");
        return tests.stream();
    }

    private void check(AccessRow row, Caller caller) {
        Http.Answer answer = call(row, row.path, caller);
        String said = row.method + " " + row.path + " as " + caller + ": " + answer.text();
        if (caller.isTurnedAway()) {
            assertThat(answer.status()).as(said).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo(caller.token().isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
        } else if (row.allowed.contains(caller)) {
            assertThat(answer.status()).as(said).isNotIn(NOT_SERVED).isLessThan(500);
        } else if (row.hidden.contains(caller)) {
            assertThat(answer.status()).as(said).isEqualTo(404);
            assertThat(comparable(answer)).isEqualTo(comparable(call(row, row.pathOfNothing, caller)));
        } else {
            assertThat(answer.status()).as(said).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("role-missing");
        }
    }

    private static Stream<Caller> regionalCallers(AccessRow row) {
        return Stream.of(Caller.INTAKE_OFFICER, Caller.ASSESSOR, Caller.VALIDATOR)
                .filter(row.allowed::contains);
    }

    private List<DynamicTest> regionChecks(AccessRow row, Caller caller) {
        var endpoint = row.method + " " + row.pattern + " as " + caller + " of ";
        return List.of(
                dynamicTest(endpoint + "another region", () -> closed(row, caller.named("-elsewhere", "CA-YT", "US"))),
                dynamicTest(endpoint + "no region", () -> closed(row, caller.named("-nowhere"))),
                dynamicTest(endpoint + "another region, the glass broken", () -> opened(row, caller)));
    }

    private void closed(AccessRow row, TestTokens officer) {
        var answer = prepared(row, row.path, Optional.of(officer.token())).send();
        if (isList(row)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain(Caller.OWN_COMPANY);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("other-region");
        }
    }

    private void opened(AccessRow row, Caller caller) {
        glassBreaker.accept("user:" + caller.name() + "-glass");
        var officer = caller.named("-glass", "CA-YT");
        var answer = prepared(row, row.path, Optional.of(officer.token())).send();
        assertThat(answer.status()).as(answer.text()).isNotIn(NOT_SERVED).isLessThan(500);
    }

    private static boolean isList(AccessRow row) {
        return row.method == HttpMethod.GET && !row.pattern.contains("{");
    }

    /** A name that two classes would share keeps the description from being made. */
    private void describesEachClassByItself(AccessRow row) {
        Http.Answer answer = call(row, row.path, row.allowed.iterator().next());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> requests = answer.json()
                .path("components")
                .path("schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
        assertThat(requests)
                .as("schemas that say nothing about what they belong to")
                .doesNotContain("DecisionRequest", "ProposalRequest", "DeciderRequest", "Snapshot", "State");
    }

    private void refuseUnknown(AccessRow row, Caller caller) {
        Http.Answer answer = call(row, row.path + (row.path.contains("?") ? "&" : "?") + "unkwon=1", caller);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unknown-parameter");
    }

    private void refuseOtherFormats(AccessRow row, Caller caller) {
        Http.Call other = prepared(row, row.path, caller).header("Accept", "application/yaml");
        Http.Answer answer = other.send();
        assertThat(
                        answer.status() == 200 && !answer.header("Content-Type").matches(".*(json|yaml).*")
                                ? 406
                                : answer.status())
                .as("Accept: application/yaml")
                .isEqualTo(406);
        Http.Call yaml = prepared(row, row.path, caller);
        if (yaml.hasBody() && readsJson(row)) {
            assertThat(yaml.header("Content-Type", "application/yaml").send().status())
                    .as("Content-Type: application/yaml")
                    .isEqualTo(415);
        }
    }

    /** An endpoint may take a file of any type, or ignore what is sent with a command that has no body. */
    private boolean readsJson(AccessRow row) {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(entry -> described(entry.getKey()).anyMatch((row.method + " " + row.pattern)::equals))
                .flatMap(entry -> Stream.of(entry.getValue().getMethodParameters()))
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        && parameter.getParameterType() != byte[].class);
    }

    private Http.Answer call(AccessRow row, String path, Caller caller) {
        return prepared(row, path, caller).send();
    }

    private Http.Call prepared(AccessRow row, String path, Caller caller) {
        return prepared(row, path, caller.token());
    }

    private Http.Call prepared(AccessRow row, String path, Optional<String> token) {
        Http.Call call = row.method == HttpMethod.POST ? http.post(path) : http.call(row.method.name(), path);
        row.preparation.apply(call);
        call.header(EndpointLog.ACCESS_CHECK, "1");
        token.ifPresent(call::by);
        return call;
    }

    /** A problem document without what differs from one request to the next. */
    private static JsonNode comparable(Http.Answer answer) {
        ObjectNode body = (ObjectNode) answer.json();
        return body.without(List.of("instance", "traceId"));
    }

    private void everyEndpointHasARow() {
        Set<String> described =
                rows.stream().map(row -> row.method + " " + row.pattern).collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = served(endpoints);
        assertThat(served).as("endpoints found").isNotEmpty();
        assertThat(described).as("rows").containsAll(served);
    }

    static Set<String> served(RequestMappingHandlerMapping endpoints) {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.trustedtrader"))
                .map(Map.Entry::getKey)
                .flatMap(AccessTableTests::described)
                .filter(endpoint -> !endpoint.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> described(RequestMappingInfo endpoint) {
        return endpoint.getPatternValues().stream()
                .flatMap(pattern -> endpoint.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : endpoint.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern));
    }

    private AccessTableTests addPlatformRows() {
        String operations = "/v1/operations/" + service;
        for (String read : List.of("/parked", "/outbox", "/clock")) {
            rows.add(AccessRow.of(HttpMethod.GET, operations + read).allows(Caller.OPERATOR, Caller.AUDITOR));
        }
        rows.add(AccessRow.of(HttpMethod.POST, operations + "/parked/{id}/replay")
                .at(operations + "/parked/none/replay", operations + "/parked/nothing/replay")
                .hidesFrom(Caller.OPERATOR));
        rows.add(AccessRow.of(HttpMethod.GET, "/internal/changes/{aggregate}")
                .at("/internal/changes/none", "/internal/changes/nothing")
                .hidesFrom(Caller.SERVICE));
        rows.add(AccessRow.of(HttpMethod.GET, "/v3/api-docs")
                .allowsEverybodySignedIn()
                .ofNoFile());
        return this;
    }
}
