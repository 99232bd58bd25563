package org.trustedtrader.gateway.problems;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;

/** What the gateway itself refuses, before or instead of a service; the types and their titles are those of the services. */
public final class GatewayProblems {

    private static final ProblemType DUPLICATE_HEADER = ProblemType.of("duplicate-header", 400);
    private static final Duration SOON = Duration.ofSeconds(5);

    private GatewayProblems() {}

    public static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "request.path-unknown");
    }

    public static Problem notSignedIn() {
        return notSignedIn("gateway.not-signed-in");
    }

    public static Problem sessionOver() {
        return notSignedIn("gateway.session-over");
    }

    private static Problem notSignedIn(String detail) {
        return Problem.of(ProblemType.NOT_SIGNED_IN, Message.of(detail)).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    public static Problem badToken() {
        return Problem.of(ProblemType.NOT_SIGNED_IN, "request.invalid-token")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    /** A change that a session asks for, without the proof that one of our own pages asked. */
    public static Problem noCsrfToken() {
        return Problem.of(ProblemType.CSRF_TOKEN_MISSING, "gateway.csrf-token-missing");
    }

    public static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "request.too-large-bytes", limit)
                .header(HttpHeaders.CONNECTION, "close");
    }

    public static Problem tooSlow() {
        return Problem.of(ProblemType.REQUEST_TIMEOUT, "request.too-slow").header(HttpHeaders.CONNECTION, "close");
    }

    /** @param wait rounded up to whole seconds for {@code Retry-After} */
    public static Problem tooMany(Duration wait) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, Message.counted("request.too-many", seconds(wait)))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    }

    public static Problem serviceAway() {
        return unavailable("request.service-unavailable", SOON);
    }

    /** @param wait until it is worth trying again */
    public static Problem serviceSilent(Duration wait) {
        return unavailable("request.service-unavailable", wait);
    }

    public static Problem issuerAway() {
        return unavailable("request.identity-provider-unavailable", SOON);
    }

    public static Problem notRenewed() {
        return unavailable("gateway.not-renewed", SOON);
    }

    private static Problem unavailable(String detail, Duration wait) {
        return Problem.of(ProblemType.UNAVAILABLE, Message.of(detail))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public static Problem timeout() {
        return Problem.of(ProblemType.TIMEOUT, "request.timeout");
    }

    public static Problem malformedAddress() {
        return Problem.of(ProblemType.MALFORMED_ADDRESS, "request.malformed-address");
    }

    public static Problem twoAuthorizations() {
        return Problem.of(ProblemType.DUPLICATE_AUTHORIZATION, "request.duplicate-authorization");
    }

    public static Problem doubledHeader(String name) {
        return Problem.of(DUPLICATE_HEADER, Message.of("gateway.duplicate-header", name));
    }

    public static Problem unknownParameter(String name, Set<String> known) {
        return Problem.of(
                ProblemType.UNKNOWN_PARAMETER,
                Message.of(
                        "request.parameter",
                        name,
                        known.isEmpty()
                                ? Message.of("request.parameter-unknown-none")
                                : Message.of("request.parameter-unknown", new TreeSet<>(known))));
    }

    public static Problem doubledParameter(String name) {
        return Problem.of(
                ProblemType.BAD_PARAMETER,
                Message.of("request.parameter", name, Message.of("request.parameter-repeated")));
    }

    public static Problem badLogoutToken() {
        return Problem.of(ProblemType.BAD_REQUEST, "gateway.logout-token");
    }

    public static Problem internal() {
        return Problem.of(ProblemType.INTERNAL_ERROR, "request.internal-error");
    }

    public static Problem ofStatus(int status) {
        return Problem.of(ProblemType.ofStatus(status), "request.malformed");
    }
}
