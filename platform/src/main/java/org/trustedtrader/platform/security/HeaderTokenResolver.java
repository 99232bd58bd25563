package org.trustedtrader.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.trustedtrader.platform.token.BearerToken;
import org.trustedtrader.platform.web.DuplicateAuthorizationException;

/** The token of the one Authorization header; a token anywhere else in the request is none. */
final class HeaderTokenResolver implements BearerTokenResolver {

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!headers.hasMoreElements()) {
            return null;
        }
        String header = headers.nextElement();
        if (headers.hasMoreElements()) {
            throw new DuplicateAuthorizationException();
        }
        String token = BearerToken.of(header);
        if (token != null && !BearerToken.isWellFormed(token)) {
            throw new InvalidBearerTokenException("The token is malformed");
        }
        return token;
    }
}
