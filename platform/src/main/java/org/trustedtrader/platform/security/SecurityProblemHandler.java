package org.trustedtrader.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.trustedtrader.platform.web.ProblemMapper;
import org.trustedtrader.platform.web.ProblemWriter;

/**
 * The answers to callers whom security refuses. An address without any row in the table does not exist, so that a caller
 * who has signed in can tell a typing mistake from a missing role.
 */
final class SecurityProblemHandler
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {

    private final ProblemWriter writer;
    private final AccessTableAuthorizationManager table;

    SecurityProblemHandler(ProblemWriter writer, AccessTableAuthorizationManager table) {
        this.writer = writer;
        this.table = table;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        writer.write(ProblemMapper.of(e), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        writer.write(ProblemMapper.of(e), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var roles = caller instanceof ActorAuthentication signedIn
                ? signedIn.actor().roles()
                : Set.<String>of();
        writer.write(
                switch (table.verdict(request, roles)) {
                    case UNKNOWN_PATH -> ProblemMapper.unknownPath();
                    case UNKNOWN_METHOD -> ProblemMapper.methodNotAllowed(table.methods(request));
                    case ADMITTED, ROLE_MISSING -> ProblemMapper.roleMissing();
                },
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        writer.write(ProblemMapper.malformedAddress(), request, response);
    }
}
