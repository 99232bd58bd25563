package org.trustedtrader.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import org.trustedtrader.platform.security.AccessTable.Verdict;

/** Asks the access table about each request. */
final class AccessTableAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessTable table;

    AccessTableAuthorizationManager(AccessTable table) {
        this.table = table;
    }

    AccessTable table() {
        return table;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(authentication.get() instanceof ActorAuthentication caller
                && verdict(context.getRequest(), caller.actor().roles()) == Verdict.ADMITTED);
    }

    Verdict verdict(HttpServletRequest request, Set<String> roles) {
        return table.judge(HttpMethod.valueOf(request.getMethod()), path(request), roles);
    }

    String methods(HttpServletRequest request) {
        return String.join(", ", table.methods(path(request)));
    }

    private static String path(HttpServletRequest request) {
        return ServletRequestPathUtils.parseAndCache(request)
                .pathWithinApplication()
                .value();
    }
}
