package org.trustedtrader.platform.problem;

import java.util.List;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;

/**
 * One kind of refusal over HTTP, after RFC 9457: its {@link #uri} is stable and means one thing, whichever process answers.
 * Its title is the text {@code problem.<name>}. A service adds types of its own as constants, with their titles in a
 * {@code messages/problem.properties} of its own.
 *
 * @param name   kebab-case
 * @param status the HTTP status that goes with it
 */
public record ProblemType(String name, int status, Message title) {

    private static final String PREFIX = "urn:ttp:problem:";
    private static final String TITLES = "problem.";

    // The request as such
    public static final ProblemType MALFORMED_REQUEST = of("malformed-request", 400);
    public static final ProblemType MALFORMED_ADDRESS = of("malformed-address", 400);
    public static final ProblemType BAD_REQUEST = of("bad-request", 400);
    public static final ProblemType BAD_PARAMETER = of("bad-parameter", 400);
    public static final ProblemType UNKNOWN_PARAMETER = of("unknown-parameter", 400);
    public static final ProblemType DUPLICATE_AUTHORIZATION = of("duplicate-authorization", 400);
    public static final ProblemType METHOD_NOT_ALLOWED = of("method-not-allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = of("not-acceptable", 406);
    public static final ProblemType REQUEST_TIMEOUT = of("request-timeout", 408);
    public static final ProblemType BODY_TOO_LARGE = of("body-too-large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = of("unsupported-media-type", 415);
    public static final ProblemType LIST_TOO_LONG = of("list-too-long", 422);
    public static final ProblemType TOO_MANY_REQUESTS = of("too-many-requests", 429);

    // Its JSON
    public static final ProblemType MALFORMED_JSON = of("malformed-json", 400);
    public static final ProblemType JSON_TOO_LARGE = of("json-too-large", 400);
    public static final ProblemType UNKNOWN_FIELD = of("unknown-field", 400);
    public static final ProblemType DUPLICATE_FIELD = of("duplicate-field", 400);
    public static final ProblemType UNKNOWN_VALUE = of("unknown-value", 400);
    public static final ProblemType WRONG_TYPE = of("wrong-type", 400);
    public static final ProblemType NUMBER_OUT_OF_RANGE = of("number-out-of-range", 400);

    // The headers of a command
    public static final ProblemType IDEMPOTENCY_KEY_MISSING = of("idempotency-key-missing", 400);
    public static final ProblemType IDEMPOTENCY_KEY_MALFORMED = of("idempotency-key-malformed", 400);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = of("idempotency-key-reused", 422);
    public static final ProblemType IF_MATCH_MALFORMED = of("if-match-malformed", 400);
    public static final ProblemType IF_MATCH_MISSING = of("if-match-missing", 428);
    public static final ProblemType STALE_VERSION = of("stale-version", 412);

    // The caller
    public static final ProblemType NOT_SIGNED_IN = of("not-signed-in", 401);
    public static final ProblemType ROLE_MISSING = of("role-missing", 403);
    public static final ProblemType NOT_ALLOWED = of("not-allowed", 403);
    public static final ProblemType OTHER_REGION = of("other-region", 403);
    public static final ProblemType CSRF_TOKEN_MISSING = of("csrf-token-missing", 403);

    // What is asked for
    public static final ProblemType NOT_FOUND = of("not-found", 404);
    public static final ProblemType GONE = of("gone", 410);
    public static final ProblemType INVALID_INPUT = of("invalid-input", 422);
    public static final ProblemType WRONG_STATE = of("wrong-state", 409);
    public static final ProblemType ALREADY_EXISTS = of("already-exists", 409);
    public static final ProblemType VERSION_NOT_YET = of("version-not-yet", 409);

    // This side
    public static final ProblemType INTERNAL_ERROR = of("internal-error", 500);
    public static final ProblemType UNAVAILABLE = of("unavailable", 503);
    public static final ProblemType TIMEOUT = of("timeout", 504);

    /** The types of the platform itself. */
    public static final List<ProblemType> ALL = List.of(
            MALFORMED_REQUEST,
            MALFORMED_ADDRESS,
            BAD_REQUEST,
            BAD_PARAMETER,
            UNKNOWN_PARAMETER,
            DUPLICATE_AUTHORIZATION,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            REQUEST_TIMEOUT,
            BODY_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            LIST_TOO_LONG,
            TOO_MANY_REQUESTS,
            MALFORMED_JSON,
            JSON_TOO_LARGE,
            UNKNOWN_FIELD,
            DUPLICATE_FIELD,
            UNKNOWN_VALUE,
            WRONG_TYPE,
            NUMBER_OUT_OF_RANGE,
            IDEMPOTENCY_KEY_MISSING,
            IDEMPOTENCY_KEY_MALFORMED,
            IDEMPOTENCY_KEY_REUSED,
            IF_MATCH_MALFORMED,
            IF_MATCH_MISSING,
            STALE_VERSION,
            NOT_SIGNED_IN,
            ROLE_MISSING,
            NOT_ALLOWED,
            OTHER_REGION,
            CSRF_TOKEN_MISSING,
            NOT_FOUND,
            GONE,
            INVALID_INPUT,
            WRONG_STATE,
            ALREADY_EXISTS,
            VERSION_NOT_YET,
            INTERNAL_ERROR,
            UNAVAILABLE,
            TIMEOUT);

    public static ProblemType of(String name, int status) {
        return new ProblemType(name, status, Message.of(TITLES + name));
    }

    /** A rule of the programme, 409: with a title of its own if there is one, else with the title of all rules. */
    public static ProblemType rule(String name) {
        String title = TITLES + name;
        return new ProblemType(name, 409, Message.of(Bundles.contains(title) ? title : TITLES + "rule-broken"));
    }

    /** A status that has no type of its own, as a framework may answer: {@code http-431}. */
    public static ProblemType ofStatus(int status) {
        return new ProblemType(
                "http-" + status,
                status,
                Message.of(status < 500 ? TITLES + "bad-request" : TITLES + "internal-error"));
    }

    public String uri() {
        return PREFIX + name;
    }
}
