package org.trustedtrader.platform.web;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.mongo.MongoErrors;
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
            case AuthenticationServiceException _ -> identityProviderSilent();
            case AuthenticationException _ -> notSignedIn();
            case AccessDeniedException _ -> roleMissing();
            case MongoException away when MongoErrors.isUnavailable(away) -> databaseSilent(away);
            default -> internal(exception);
        };
    }

    /** 401, for a caller without a token or with one that is not, or no longer, good. */
    public static Problem notSignedIn() {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "You have not signed in",
                        "A valid access token is needed: none was sent, or it has expired or is not meant for this platform.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** 403, for a caller who is known but has none of the roles that an address asks for. */
    public static Problem roleMissing() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "role-missing",
                "You may not do this",
                "None of your roles gives you access to this address.");
    }

    /** 404, for an address that does not exist. */
    public static Problem unknownPath() {
        return RequestProblemMapper.unknownPath();
    }

    /** 405, with the methods that the address does have. */
    public static Problem methodNotAllowed(String allowed) {
        return RequestProblemMapper.methodNotAllowed(allowed);
    }

    /** 400, for an address that no honest client would write. */
    public static Problem malformedAddress() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed-address",
                "The address is malformed",
                "The address or a header has characters that are not allowed.");
    }

    /** 413, for a body beyond its limit. */
    public static Problem tooLarge(DataSize limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is too large",
                "A body of this type may have " + limit.toKilobytes() + " KB at most.");
    }

    private static Problem identityProviderSilent() {
        return RefusalProblemMapper.of(
                new Refusal.Unavailable("Sign-ins cannot be checked now. Try again in a moment."));
    }

    /** Whether the change was made is not known; the same Idempotency-Key brings the answer. */
    private static Problem databaseSilent(MongoException away) {
        LOG.warn("problem=database-away reason={}", away.getClass().getSimpleName());
        return RefusalProblemMapper.of(
                new Refusal.Unavailable("The database does not answer now. Repeat the request with the"
                        + " same Idempotency-Key in a moment."));
    }

    private static Problem internal(Exception exception) {
        LOG.error("unexpected exception", exception);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here",
                "Nothing that you did is wrong. Report the trace id if it happens again.");
    }
}
