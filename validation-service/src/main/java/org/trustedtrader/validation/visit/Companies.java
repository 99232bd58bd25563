package org.trustedtrader.validation.visit;

import java.util.Optional;
import org.trustedtrader.platform.refusal.Refusal;

/** The companies and their sites, asked of enrolment. */
public interface Companies {

    /**
     * Empty only if enrolment says that there is no such company.
     *
     * @throws Refusal.Unavailable if enrolment does not answer, or not with sense: never read as "no company" or "no site"
     */
    Optional<Company> find(String businessNumber);
}
