package org.trustedtrader.gateway.problems;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal by the gateway itself, before or instead of a service. {@code name} is the stable end of
 * {@code urn:ttp:problem:<name>}; the services use the same names for the same things.
 */
public record Problem(HttpStatus status, String name, String title, String detail, Map<String, String> headers) {

    private Problem(HttpStatus status, String name, String title, String detail) {
        this(status, name, title, detail, Map.of());
    }

    public static Problem notFound() {
        return new Problem(
                HttpStatus.NOT_FOUND, "not-found", "There is no such thing", "There is nothing at this address.");
    }

    public static Problem notSignedIn() {
        return notSignedIn("Send a bearer token, or sign in with a browser.");
    }

    public static Problem notSignedIn(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first", detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    public static Problem badToken() {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "Sign in first",
                        "The access token is not valid here: wrong signature, issuer, audience or kind, or it has expired.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    /** A change that a session asks for, without the proof that one of our own pages asked. */
    public static Problem noCsrfToken() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "csrf-token-missing",
                "This change did not come from one of our pages",
                "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN; a form must come from a page of this address.");
    }

    public static Problem tooLarge(long limit) {
        return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is too large",
                        "The body of this request may have at most " + limit + " bytes.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** @param wait rounded up to whole seconds for {@code Retry-After} */
    public static Problem tooMany(Duration wait) {
        String seconds = seconds(wait);
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests",
                        "You may try again in " + seconds + " s.")
                .with(HttpHeaders.RETRY_AFTER, seconds);
    }

    public static Problem unavailable(String detail) {
        return unavailable(detail, Duration.ofSeconds(5));
    }

    private static Problem unavailable(String detail, Duration wait) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available now", detail)
                .with(HttpHeaders.RETRY_AFTER, seconds(wait));
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    public static Problem timeout() {
        return new Problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "timeout",
                "No answer in time",
                "The service did not answer in time. Whether a change was made is not known: read before you repeat it.");
    }

    public static Problem malformed() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "malformed-address",
                "The address is malformed",
                "The address or a header has characters that are not allowed.");
    }

    public static Problem doubledHeader(String name) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "duplicate-header",
                "There is a header twice",
                "Send " + name + " once: it is not clear which of the two counts.");
    }

    public static Problem unknownParameter(String name, Set<String> known) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                "The address has a parameter that is not known",
                name + " is not known here. Known are: "
                        + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))) + ".");
    }

    public static Problem doubledParameter(String name) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "A parameter of the address is wrong",
                "Send " + name + " once.");
    }

    public static Problem badLogoutToken() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The request is not accepted",
                "The form needs the field logout_token, signed by the issuer for this client.");
    }

    /** @param received how many bytes of the body have come */
    public static Problem slowBody(long received) {
        return new Problem(
                        HttpStatus.REQUEST_TIMEOUT,
                        "request-timeout",
                        "The request arrived too slowly",
                        "Only " + received + " bytes of the body have arrived in time. Send the request again.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** @param wait until it is worth trying again */
    public static Problem serviceSilent(Duration wait) {
        return unavailable("The service behind this address has not answered several requests in time.", wait);
    }

    public static Problem internal() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here",
                "Tell the operators the trace id.");
    }

    public static Problem other(HttpStatus status) {
        return new Problem(status, "http-" + status.value(), status.getReasonPhrase(), status.getReasonPhrase() + ".");
    }

    private Problem with(String header, String value) {
        return new Problem(status, name, title, detail, Map.of(header, value));
    }
}
