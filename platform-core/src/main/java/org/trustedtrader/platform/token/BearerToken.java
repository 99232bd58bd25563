package org.trustedtrader.platform.token;

import org.jspecify.annotations.Nullable;

/** The token in an {@code Authorization} header (RFC 6750, 2.1). */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Null if there is no header, or it has another scheme. */
    public static @Nullable String of(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length())
                : null;
    }

    /** Whether a text can be a token: letters, digits and {@code -._~+/}, then any number of {@code =}. */
    public static boolean isWellFormed(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isAllowed(token.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '+'
                || c == '/';
    }
}
