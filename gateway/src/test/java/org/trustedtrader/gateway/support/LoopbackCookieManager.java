package org.trustedtrader.gateway.support;

import org.htmlunit.CookieManager;
import org.htmlunit.util.Cookie;

/** Browsers treat http://127.0.0.1 as a secure place and send Secure cookies to it; HtmlUnit does not. */
final class LoopbackCookieManager extends CookieManager {

    @Override
    public synchronized void addCookie(Cookie cookie) {
        super.addCookie(new Cookie(
                cookie.getDomain(),
                cookie.getName(),
                cookie.getValue(),
                cookie.getPath(),
                cookie.getExpires(),
                false,
                cookie.isHttpOnly()));
    }
}
