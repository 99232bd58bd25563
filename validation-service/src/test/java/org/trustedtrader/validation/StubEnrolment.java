package org.trustedtrader.validation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Enrolment as far as look-ups go: knows one company, or misbehaves as told. */
public final class StubEnrolment {

    private static final StubEnrolment RUNNING = new StubEnrolment();
    private static final String NOT_FOUND =
            "{\"type\":\"urn:ttp:problem:not-found\",\"title\":\"There is no such thing\",\"status\":404}";

    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String mood = "";
    private volatile String authorization = "";
    private volatile int calls;
    private final Set<String> officers = ConcurrentHashMap.newKeySet();

    private StubEnrolment() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/companies/", this::company);
        server.createContext("/internal/region-accesses", this::accesses);
        server.start();
    }

    public static StubEnrolment running() {
        return RUNNING;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param newMood a status and a body, {@code silent}, or nothing for good answers */
    public void becomes(String newMood) {
        mood = newMood;
    }

    public String authorization() {
        return authorization;
    }

    public int calls() {
        return calls;
    }

    public static String company(String businessNumber) {
        return """
        {"businessNumber":"%s","legalName":"Carrier Inc.","aNewField":1,"region":"CA-ON","sites":[
          {"id":"office","name":"Head office","functions":["OFFICE"],"headcount":12,"timeZone":"America/Toronto",
           "address":{"street":"1 Main St","city":"Windsor","region":"ON","postalCode":"N9A 1A1","country":"CA"}},
          {"id":"dock","name":"Cross-dock","functions":["CROSS_DOCK","YARD"],"headcount":80,"timeZone":"America/Toronto",
           "hours":{"opens":"09:00","closes":"17:00"},"latitude":42.3,
           "address":{"street":"2 Dock Rd","city":"Windsor","region":"ON","postalCode":"N9A 1A2","country":"CA"}}]}
        """.formatted(businessNumber);
    }

    /** That officer may open every company's file from now on. */
    public void opensFilesTo(String officer) {
        officers.add(officer);
    }

    private void accesses(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery().split("[=&]");
        var access = """
                {"accessId":"%s","officer":"%s","company":"%s","until":"2099-01-01T00:00:00Z","endedAt":null,"version":1}
                """.formatted(query[1], query[1], query[3]);
        if (mood.isEmpty()) {
            answer(exchange, 200, "{\"accesses\":[" + (officers.contains(query[1]) ? access : "") + "]}");
        } else {
            answer(exchange, 503, "{}");
        }
    }

    private void company(HttpExchange exchange) throws IOException {
        calls++;
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var path = exchange.getRequestURI().getPath();
        var businessNumber = path.substring(path.lastIndexOf('/') + 1);
        if (mood.equals("silent")) {
            await();
            exchange.close();
        } else if (!mood.isEmpty()) {
            answer(exchange, Integer.parseInt(mood.substring(0, 3)), mood.substring(4));
        } else if (businessNumber.equals("123456782")) {
            answer(exchange, 200, company(businessNumber));
        } else {
            answer(exchange, 404, NOT_FOUND);
        }
    }

    private void await() {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
