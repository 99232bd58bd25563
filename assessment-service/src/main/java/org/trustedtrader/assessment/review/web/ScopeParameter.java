package org.trustedtrader.assessment.review.web;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The query parameters {@code line} and {@code site}: whose answer a request is about. */
final class ScopeParameter {

    private ScopeParameter() {}

    static boolean isNamed(@Nullable LineOfBusiness line, @Nullable String site) {
        return line != null || site != null;
    }

    /**
     * The company as a whole if neither is given.
     *
     * @throws Refusal.InvalidInput if both are, or the site is blank
     */
    static Scope of(@Nullable LineOfBusiness line, @Nullable String site) {
        if (line != null && site != null) {
            throw new Refusal.InvalidInput("site", Message.of("assessment.scope.line-or-site"));
        }
        if (site != null && site.isBlank()) {
            throw new Refusal.InvalidInput("site", Message.of("assessment.scope.unknown", site));
        }
        if (line != null) {
            return Scope.line(line);
        }
        return site != null ? Scope.site(site) : Scope.COMPANY;
    }
}
