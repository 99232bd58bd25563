package org.trustedtrader.platform.web;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.MongoErrors;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;

/** Turns whatever was thrown into the problem that the caller gets to read. */
public final class ProblemMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private ProblemMapper() {}

    /** What is unexpected is logged here, once, and told to the caller as nothing but a trace id. */
    public static Problem of(Exception exception) {
        Problem request = RequestProblemMapper.of(exception);
        if (request != null) {
            return request;
        }
        return switch (exception) {
            case Refusal refusal -> RefusalProblemMapper.of(refusal);
            case RequestRefusedException refused -> refused.problem();
            case AuthenticationServiceException _ -> identityProviderUnavailable();
            case DuplicateAuthorizationException _ ->
                Problem.of(ProblemType.DUPLICATE_AUTHORIZATION, "request.duplicate-authorization");
            case InvalidBearerTokenException _ -> invalidToken();
            case AuthenticationException _ -> notSignedIn();
            case AccessDeniedException _ -> roleMissing();
            case MongoException away when MongoErrors.isUnavailable(away) -> databaseUnavailable(away);
            default -> internal(exception);
        };
    }

    /** 401, for a caller without a token. */
    public static Problem notSignedIn() {
        return Problem.of(ProblemType.NOT_SIGNED_IN, "request.not-signed-in")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** 401, for a caller whose token was looked at and is not good (RFC 6750, 3.1). */
    public static Problem invalidToken() {
        return Problem.of(ProblemType.NOT_SIGNED_IN, "request.invalid-token")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    /** 403, for a caller who is known but has none of the roles that an address asks for. */
    public static Problem roleMissing() {
        return Problem.of(ProblemType.ROLE_MISSING, "request.role-missing");
    }

    /** 404, for an address that does not exist. */
    public static Problem unknownPath() {
        return Problem.of(ProblemType.NOT_FOUND, "request.path-unknown");
    }

    /** 405, with the methods that the address does have. */
    public static Problem methodNotAllowed(String allowed) {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "request.method-not-allowed", allowed)
                .header(HttpHeaders.ALLOW, allowed);
    }

    /** 400, for an address that no honest client would write. */
    public static Problem malformedAddress() {
        return Problem.of(ProblemType.MALFORMED_ADDRESS, "request.malformed-address");
    }

    /** 400, for what is no HTTP request at all. */
    public static Problem malformedRequest() {
        return Problem.of(ProblemType.MALFORMED_REQUEST, "request.malformed");
    }

    /** 413, for a body beyond its limit. */
    public static Problem tooLarge(DataSize limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "request.too-large", limit.toKilobytes());
    }

    /** For a status that a filter, the framework or the servlet container has set without our doing. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> malformedRequest();
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "request.malformed");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "request.not-acceptable");
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "request.too-slow");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "request.malformed");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "request.media-type");
            case 500 -> Problem.of(ProblemType.INTERNAL_ERROR, "request.internal-error");
            default ->
                Problem.of(ProblemType.ofStatus(status), status < 500 ? "request.malformed" : "request.internal-error");
        };
    }

    private static Problem identityProviderUnavailable() {
        return RefusalProblemMapper.of(new Refusal.Unavailable(Message.of("request.identity-provider-unavailable")));
    }

    /** Whether the change was made is not known; the same Idempotency-Key brings the answer. */
    private static Problem databaseUnavailable(MongoException away) {
        LOG.warn("problem=database-away reason={}", away.getClass().getSimpleName());
        return RefusalProblemMapper.of(new Refusal.Unavailable(Message.of("request.database-unavailable")));
    }

    private static Problem internal(Exception exception) {
        LOG.error("unexpected exception", exception);
        return Problem.of(ProblemType.INTERNAL_ERROR, "request.internal-error");
    }
}
