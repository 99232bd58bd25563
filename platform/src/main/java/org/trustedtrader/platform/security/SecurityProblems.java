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
import org.trustedtrader.platform.web.ProblemWriter;
import org.trustedtrader.platform.web.Problems;

/**
 * What callers are told whom security turns away. An address without any row in the table does not exist, so that a caller
 * who has signed in can tell a typing mistake from a missing role.
 */
final class SecurityProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {

    private final ProblemWriter writer;
    private final TableCheck table;

    SecurityProblems(ProblemWriter writer, TableCheck table) {
        this.writer = writer;
        this.table = table;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        writer.write(Problems.of(e), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        writer.write(Problems.of(e), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var roles = caller instanceof SignedIn signedIn ? signedIn.actor().roles() : Set.<String>of();
        writer.write(
                switch (table.verdict(request, roles)) {
                    case UNKNOWN_PATH -> Problems.unknownPath();
                    case UNKNOWN_METHOD -> Problems.methodNotAllowed(table.methods(request));
                    case ADMITTED, ROLE_MISSING -> Problems.roleMissing();
                },
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        writer.write(Problems.malformedAddress(), request, response);
    }
}
